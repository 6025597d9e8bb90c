using Microsoft.EntityFrameworkCore;

namespace TbPersonalOs.Data;

/// <summary>SQL as it stands: files that are compiled into this assembly, and statements without parameters.</summary>
internal static class SqlText
{
    public static string Read(string file)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream($"TbPersonalOs.Data.Sql.{file}")
            ?? throw new InvalidOperationException($"No SQL file {file} in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static async Task ExecuteAsync(AppDbContext db, string sql, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
