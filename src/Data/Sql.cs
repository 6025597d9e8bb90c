using System.Data;
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

    /// <summary>
    /// Opens the context's connection and asks a first batch in the same round trip in which it says for whom it works. The connection stays
    /// open, unless that fails. Where it was open already this is a batch like any other.
    /// </summary>
    public static async Task<T> OpenAndAskAsync<T>(
        this AppDbContext db, Action<NpgsqlBatch> ask, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        var opens = db.Database.GetDbConnection().State != ConnectionState.Open;
        var introduction = opens ? await OpenAsync(db, cancellationToken) : null;
        try
        {
            await using var batch = db.Batch();
            introduction?.PutInto(batch);
            ask(batch);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (opens)
            {
                await reader.NextResultAsync(cancellationToken);
            }

            return await read(reader);
        }
        catch when (opens)
        {
            // It serves nobody, as it never said for whom.
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    /// <summary>The same, and the connection goes back to the pool at once where it was opened for this.</summary>
    public static async Task<T> AskOnceAsync<T>(
        this AppDbContext db, Action<NpgsqlBatch> ask, Func<NpgsqlDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        var opens = db.Database.GetDbConnection().State != ConnectionState.Open;
        var answer = await db.OpenAndAskAsync(ask, read, cancellationToken);
        if (opens)
        {
            await db.Database.CloseConnectionAsync();
        }

        return answer;
    }

    private static async Task<Introduction> OpenAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var introduction = db.Introduction = new Introduction();
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return introduction;
        }
        finally
        {
            db.Introduction = null;
        }
    }

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
