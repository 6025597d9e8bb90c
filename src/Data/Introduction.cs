using System.Data.Common;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>
/// Tells the database for whom a connection works: the first statement on each. <c>Put</c> by the interceptor as soon as the connection
/// opens, or, where that round trip would count, by who opens it at the head of its first batch.
/// </summary>
internal sealed class Introduction
{
    private string? _sql;
    private string[] _values = [];

    /// <summary>The interceptor leaves the words to who opened the connection.</summary>
    public void Leave(string? role, Guid? user) => (_sql, _values) = (SqlFor(role), ValuesFor(role, user));

    /// <summary>Puts them at the head of a batch; a batch that fails has said nothing.</summary>
    public void PutInto(NpgsqlBatch batch)
    {
        var command = new NpgsqlBatchCommand(_sql ?? throw new InvalidOperationException("The connection was open already."));
        foreach (var value in _values)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        }

        batch.BatchCommands.Add(command);
    }

    /// <summary>The same as a command of its own.</summary>
    public static DbCommand Command(DbConnection connection, string? role, Guid? user)
    {
        var command = connection.CreateCommand();
        command.CommandText = SqlFor(role);
        foreach (var value in ValuesFor(role, user))
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string SqlFor(string? role) => role is null
        ? "select set_config('app.user_id', $1, false)"
        : "select set_config('role', $2, false), set_config('app.user_id', $1, false)";

    private static string[] ValuesFor(string? role, Guid? user) => role is null ? [user?.ToString() ?? ""] : [user?.ToString() ?? "", role];
}
