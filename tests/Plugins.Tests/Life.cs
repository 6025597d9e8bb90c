using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Common;
using TbPersonalOs.Data;

[assembly: AssemblyFixture(typeof(TestHost))]

namespace TbPersonalOs.Plugins.Tests;

/// <summary>What a test sees of a person's life, and of receipts.</summary>
internal static class Life
{
    /// <summary>Every row of every table that holds a person's life, as the database shows it.</summary>
    public static Task<string> AllRowsAsync(this TestPerson person) => person.SeeAsync(async db =>
    {
        var tables = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(DomainRow))).Select(type => type.GetTableName()!);
        var dump = new List<string>();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            var query = $"select to_jsonb(t) as row from {table} t order by id";
            var rows = await db.Database.SqlQuery<string>($"select query_to_xml({query}, true, false, '')::text as \"Value\"").ToListAsync();
            dump.Add($"{table}\n{rows[0]}");
        }

        return string.Join('\n', dump);
    });

    /// <summary>The error of a call that has to fail.</summary>
    public static Task<ToolException> FailAsync(this TestPerson person, string function, object? arguments = null) =>
        Assert.ThrowsAsync<ToolException>(() => person.CallAsync(function, arguments));

    /// <summary>The words of a call.</summary>
    public static async Task<string> TextAsync(this TestPerson person, string function, object? arguments = null) =>
        (await person.CallAsync(function, arguments)).Text;

    /// <summary>A field of a receipt's result.</summary>
    public static JsonElement Get(this ReceiptView receipt, string field) => receipt.Result!.Value.GetProperty(field);
}
