using System.Security.Cryptography;
using Npgsql;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Says that this process lives: a session advisory lock, held on a connection of its own for as long as the process runs.
/// Work whose owner's lock is free belongs to nobody alive.
/// </summary>
internal sealed partial class ProcessLease(NpgsqlDataSource source, ILogger<ProcessLease> logger) : IHostedService, IAsyncDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>Key of the lock, by which work names its owner.</summary>
    public long Key { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await TakeAsync(cancellationToken);
        LogTaken(Key);
    }

    public async Task StopAsync(CancellationToken cancellationToken) => await DisposeAsync();

    /// <summary>Makes sure that the lock is still held; a lost one is replaced by a new one, and then work of the old key is up for take-over.</summary>
    /// <returns>Whether it was lost.</returns>
    public async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var probe = new NpgsqlCommand("select 1", _connection);
            await probe.ExecuteScalarAsync(cancellationToken);
            return false;
        }
        catch (Exception lost) when (lost is NpgsqlException or InvalidOperationException)
        {
            LogLost(Key);
            await DisposeAsync();
            await TakeAsync(cancellationToken);
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var key = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;
        var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("select pg_advisory_lock($1)", connection) { Parameters = { new() { Value = key } } };
        await take.ExecuteNonQueryAsync(cancellationToken);
        (_connection, Key) = (connection, key);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Took the process lease {Key}")]
    private partial void LogTaken(long key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost the process lease {Key}")]
    private partial void LogLost(long key);
}
