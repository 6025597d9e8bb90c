using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>
/// Tells the database for whom each connection works, when it is taken from the pool; the pool resets it when it goes back.
/// Where the connection string is the owner's, it also steps down to the app role.
/// </summary>
internal sealed class PersonalConnection(string? role) : DbConnectionInterceptor
{
    private const string AppRole = "tbos_app";

    public static PersonalConnection For(bool stepDown) => new(stepDown ? AppRole : null);

    /// <summary>The statement by which a connection that serves nobody in particular stops being the owner's.</summary>
    public static NpgsqlCommand StepDown(NpgsqlConnection connection) => new($"set role {AppRole}", connection);

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Leaves(eventData.Context))
        {
            return;
        }

        await using var command = Introduction.Command(connection, role, UserOf(eventData.Context));
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch
        {
            // Left open, it would serve the rest of the scope as the owner and for nobody: an open connection is not prepared again.
            await connection.CloseAsync();
            throw;
        }
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Leaves(eventData.Context))
        {
            return;
        }

        using var command = Introduction.Command(connection, role, UserOf(eventData.Context));
        try
        {
            command.ExecuteNonQuery();
        }
        catch
        {
            connection.Close();
            throw;
        }
    }

    private static Guid? UserOf(DbContext? context) => (context as AppDbContext)?.User.Id;

    /// <summary>Whether who opens the connection says it, with the words that are left here.</summary>
    private bool Leaves(DbContext? context)
    {
        if (context is not AppDbContext { Introduction: { } introduction })
        {
            return false;
        }

        introduction.Leave(role, UserOf(context));
        return true;
    }
}
