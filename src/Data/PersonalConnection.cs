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
        await using var command = Prepare(connection, eventData.Context);
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
        using var command = Prepare(connection, eventData.Context);
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

    private DbCommand Prepare(DbConnection connection, DbContext? context)
    {
        var command = connection.CreateCommand();
        command.CommandText = role is null
            ? "select set_config('app.user_id', $1, false)"
            : "select set_config('role', $2, false), set_config('app.user_id', $1, false)";
        Add(command, (context as AppDbContext)?.User.Id?.ToString() ?? "");
        if (role is not null)
        {
            Add(command, role);
        }

        return command;
    }

    private static void Add(DbCommand command, string value)
    {
        var parameter = command.CreateParameter();
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
