using Npgsql;

namespace TbPersonalOs.Floor;

/// <summary>
/// Three commits a message and nothing more: the message; the task with its receipt and the answer that caused it; the reply with the outbox
/// and the end. Each commit is one batch; the connection is reset when it returns, as Npgsql does unless told otherwise.
/// </summary>
internal sealed class FloorStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private FloorStore(NpgsqlDataSource source) => _source = source;

    public static async Task<FloorStore> OpenAsync(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        await using var make = source.CreateCommand("""
            create table if not exists messages (person uuid, id uuid, text text not null, received_at timestamptz not null default now(), reply text, ended_at timestamptz, primary key (person, id));
            create table if not exists tasks (person uuid, id uuid, title text not null, made_at timestamptz not null default now(), primary key (person, id));
            create table if not exists receipts (person uuid, id uuid, message uuid not null, answer json not null, result json not null, primary key (person, id));
            create table if not exists outbox (person uuid, id uuid, message uuid not null, text text not null, primary key (person, id));
            """);
        await make.ExecuteNonQueryAsync();
        return new FloorStore(source);
    }

    public async Task<string> AnswerAsync(Guid person, string text)
    {
        var (message, task) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var connection = await _source.OpenConnectionAsync();
        await CommitAsync(connection,
            new NpgsqlBatchCommand("insert into messages (person, id, text) values ($1, $2, $3) on conflict do nothing") { Parameters = { Value(person), Value(message), Value(text) } });
        await CommitAsync(connection,
            new NpgsqlBatchCommand("insert into tasks (person, id, title) values ($1, $2, $3)") { Parameters = { Value(person), Value(task), Value(text) } },
            new NpgsqlBatchCommand("insert into receipts (person, id, message, answer, result) values ($1, $2, $3, $4::json, $5::json)")
            {
                Parameters = { Value(person), Value(Guid.CreateVersion7()), Value(message), Value("""{"call":"create_task"}"""), Value($$"""{"id":"{{task}}"}""") },
            });
        var reply = $"Tarefa criada: {text}";
        await CommitAsync(connection,
            new NpgsqlBatchCommand("update messages set reply = $3, ended_at = now() where person = $1 and id = $2") { Parameters = { Value(person), Value(message), Value(reply) } },
            new NpgsqlBatchCommand("insert into outbox (person, id, message, text) values ($1, $2, $3, $4)") { Parameters = { Value(person), Value(Guid.CreateVersion7()), Value(message), Value(reply) } });
        return reply;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task CommitAsync(NpgsqlConnection connection, params NpgsqlBatchCommand[] statements)
    {
        // A batch outside a transaction is one: all of it is committed by the server at its end.
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
