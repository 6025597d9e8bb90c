using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;

namespace TbPersonalOs.Benchmarks;

/// <summary>What one turn costs beside time: the same counters before and after many of them, less what the process does when idle.</summary>
internal sealed record Costs(double Kilobytes, double Milliseconds, double Commits, double Synced, double Bytes, string Idle)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(6);

    /// <summary>Counts over <paramref name="turns"/> turns of one conversation.</summary>
    public static async Task<Costs> CountAsync(Side side, int turns)
    {
        var resting = await NowAsync(side);
        await Task.Delay(Rest);
        var before = await NowAsync(side);
        var idle = (before - resting).Over((before.At - resting.At).TotalSeconds);
        await side.OneBatchAsync(turns);
        var after = await NowAsync(side);
        var spent = (after - before - idle.Over(1 / (after.At - before.At).TotalSeconds)).Over(turns);
        return new Costs(spent.Allocated / 1024, spent.Milliseconds, spent.Commits, spent.Synced, spent.Size, string.Create(CultureInfo.InvariantCulture,
            $"{idle.Commits:0.0} transactions, {idle.Synced:0.0} WAL syncs, {idle.Allocated / 1024:0} KB a second"));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kilobytes,6:0} KB allocated, {Milliseconds:0.00} ms of processor in the host, {Synced:0.00} durable commits ({Commits:0.0} transactions with reads), {Bytes:0} bytes stored; idle: {Idle}");

    public JsonObject ToJson() => new()
    {
        ["allocatedKilobytes"] = Math.Round(Kilobytes, 1),
        ["processorMilliseconds"] = Math.Round(Milliseconds, 3),
        ["transactions"] = Math.Round(Commits, 2),
        ["durableCommits"] = Math.Round(Synced, 2),
        ["bytesStored"] = Math.Round(Bytes),
        ["idle"] = Idle,
    };

    private static async Task<Counted> NowAsync(Side side)
    {
        // A server process of PostgreSQL adds its counts to the common ones at the latest when it has been idle for ten seconds.
        await Task.Delay(TimeSpan.FromSeconds(11));
        await using var source = NpgsqlDataSource.Create(side.Database.Owner);
        await using var command = source.CreateCommand("""
            select (select xact_commit from pg_stat_database where datname = current_database()), (select wal_sync from pg_stat_wal),
                   (select sum(pg_total_relation_size(oid))::bigint from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, to_regnamespace('accounts')))
            """);
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        var (commits, synced, size) = (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
        var used = await side.Server.UsedAsync();
        return new Counted(DateTime.UtcNow, used.Bytes, used.Milliseconds, commits, synced, size);
    }

    private sealed record Counted(DateTime At, double Allocated, double Milliseconds, double Commits, double Synced, double Size)
    {
        public static Counted operator -(Counted after, Counted before) => after with
        {
            Allocated = after.Allocated - before.Allocated,
            Milliseconds = after.Milliseconds - before.Milliseconds,
            Commits = after.Commits - before.Commits,
            Synced = after.Synced - before.Synced,
            Size = after.Size - before.Size,
        };

        public Counted Over(double parts) => this with
        {
            Allocated = Allocated / parts, Milliseconds = Milliseconds / parts, Commits = Commits / parts, Synced = Synced / parts, Size = Size / parts,
        };
    }
}
