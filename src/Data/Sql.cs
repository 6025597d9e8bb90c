using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>Several statements in one round trip, on the context's own connection and transaction.</summary>
public static class Sql
{
    /// <summary>A new batch on the context's open connection. Open it first.</summary>
    public static NpgsqlBatch Batch(this AppDbContext db) => new(
        (NpgsqlConnection)db.Database.GetDbConnection(),
        (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());

    /// <summary>Adds a statement with its positional parameters.</summary>
    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
        return batch;
    }
}
