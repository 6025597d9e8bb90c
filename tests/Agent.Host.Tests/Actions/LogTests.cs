using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>The log of what was done can be proved.</summary>
public sealed class LogTests(TestHost host)
{
    [Theory]
    [InlineData("update assistant_logs set kind = 'failed' where seq = 2", 2)]
    [InlineData("update assistant_logs set at = at + interval '1 minute' where seq = 2", 2)]
    [InlineData("update assistant_logs set turn_id = action_id where seq = 1", 1)]
    [InlineData("update assistant_log_payloads set payload = '{}' where seq = 2", 2)]
    [InlineData("delete from assistant_logs where seq = 2", 3)]
    [InlineData("delete from assistant_logs where seq = 3", 3)]
    [InlineData("delete from assistant_logs", 3)]
    [InlineData("update assistant_log_heads set hash = '\\x00'", 3)]
    public async Task WhatWasTamperedWithShows(string sql, long fault)
    {
        var person = await ThreeActionsAsync();

        await AsTheOwnerOfTheDatabaseAsync(person, sql);

        Assert.Equal(fault, await person.FirstFaultOfLogAsync());
    }

    [Fact]
    [Trait("Shows", "trust:5")]
    public async Task AnyByteThatWasChangedIsNamed()
    {
        var person = await ThreeActionsAsync();
        await using var connection = new NpgsqlConnection(host.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(connection, $"select set_config('app.user_id', '{person.Id}', false)");
        string[] changes =
        [
            .. Bytes("assistant_logs", "hash", 32), .. Bytes("assistant_logs", "payload_hash", 32), .. Bytes("assistant_log_payloads", "salt", 16),
            .. Uuid("action_id"), .. new[] { "kind = kind || ' '", "kind = upper(kind)", "turn_id = action_id", "action_id = null", "at = at + interval '1 microsecond'" }
                .Select(change => $"update assistant_logs set {change} where seq = 2"),
            .. Enumerable.Range(1, Convert.ToInt32(await ScalarAsync(connection, "select length(payload) from assistant_log_payloads where seq = 2"), CultureInfo.InvariantCulture))
                .Select(place => $"update assistant_log_payloads set payload = overlay(payload placing chr(ascii(substr(payload, {place}, 1)) # 1) from {place} for 1) where seq = 2"),
        ];
        Assert.True(changes.Length > 200);
        foreach (var change in changes)
        {
            await ScalarAsync(connection, $"begin; {change}");
            var fault = await ScalarAsync(connection, "select seq || ' ' || what from log_faults() order by seq limit 1");
            await ScalarAsync(connection, "rollback");

            Assert.True(fault is "2 entry" or "2 payload", $"{change}: {fault}");
        }

        Assert.Null(await person.FirstFaultOfLogAsync());

        static IEnumerable<string> Bytes(string table, string column, int length) => Enumerable.Range(0, length)
            .Select(place => $"update {table} set {column} = set_byte({column}, {place}, get_byte({column}, {place}) # 1) where seq = 2");

        static IEnumerable<string> Uuid(string column) => Enumerable.Range(0, 16).Select(place =>
            $"update assistant_logs set {column} = encode(set_byte(uuid_send({column}), {place}, get_byte(uuid_send({column}), {place}) # 1), 'hex')::uuid where seq = 2");
    }

    [Theory]
    [InlineData("", "3 entries", null)]
    [InlineData("update assistant_logs set kind = 'failed' where seq = 2", "it was changed", 2L)]
    [InlineData("update assistant_log_payloads set payload = '{}' where seq = 3", "what it tells was changed", 3L)]
    [InlineData("delete from assistant_logs where seq = 1", "entries before it are missing", 2L)]
    [InlineData("delete from assistant_logs where seq = 3", "missing at the end", 3L)]
    [InlineData("delete from assistant_logs where seq = 3; update assistant_log_heads set (seq, hash) = (select seq, hash from assistant_logs where seq = 2)", "kept outside", 3L)]
    [InlineData("delete from assistant_logs; delete from assistant_log_heads", "kept outside", 3L)]
    [Trait("Shows", "trust:5")]
    public async Task VerifyingNamesTheFirstEntryThatDoesNotHold(string sql, string what, long? fault)
    {
        var person = await ThreeActionsAsync();
        await AsTheOwnerOfTheDatabaseAsync(person, sql.Length == 0 ? "select 1" : sql);

        var verdict = await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(person.Id, TestContext.Current.CancellationToken);

        Assert.Equal(fault, verdict.Fault?.Seq);
        Assert.Contains(what, verdict.Fault?.What ?? $"{verdict.Entries} entries", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Shows", "trust:5")]
    public async Task AnEndThatIsNoLongerKeptOutsideIsAFault()
    {
        var person = await ThreeActionsAsync();
        File.Delete(Path.Combine(host.DataDirectory, "audit", person.Id.ToString("N")));

        var verdict = await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(person.Id, TestContext.Current.CancellationToken);

        Assert.Equal(3, verdict.Fault?.Seq);
    }

    [Fact]
    public async Task ALogWhosePayloadWasForgottenStillHolds()
    {
        var person = await ThreeActionsAsync();

        await person.SeeAsync(db => db.Database.ExecuteSqlAsync($"select forget_log(array(select action_id from assistant_logs where user_id = {person.Id} and seq = 2), null, null)"));

        Assert.False(await person.SeeAsync(db => db.Set<AssistantLogPayload>().AnyAsync(payload => payload.Seq == 2)));
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    [Fact]
    public async Task AChainWrittenAnewDoesNotMatchTheHeadKeptOutside()
    {
        var person = await ThreeActionsAsync();
        var kept = await File.ReadAllTextAsync(Path.Combine(host.DataDirectory, "audit", person.Id.ToString("N")));

        var head = await person.SeeAsync(db => db.Set<AssistantLogHead>().SingleAsync());

        Assert.Equal($"{head.Seq} {Convert.ToHexStringLower(head.Hash)}", kept.Trim());
        Assert.Equal(3, head.Seq);
    }

    [Theory]
    [InlineData("insert into assistant_logs (user_id, seq, at, kind, payload_hash, hash) select user_id, 4, at, kind, payload_hash, hash from assistant_logs limit 1")]
    [InlineData("update assistant_logs set kind = 'failed'")]
    [InlineData("delete from assistant_logs")]
    [InlineData("delete from assistant_log_payloads")]
    [InlineData("update assistant_log_heads set seq = 0")]
    [InlineData("truncate assistant_logs")]
    public async Task TheServingRoleCannotWriteTheLogItself(string sql)
    {
        var person = await ThreeActionsAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => person.SeeAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    [Fact]
    public async Task ManyAtOnceMakeOneChainWithoutGaps()
    {
        var person = await host.NewPersonAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => person.CallAsync("tasks.create_task", new { title = $"tarefa {number}" })));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(seq => (long)seq),
            await person.SeeAsync(db => db.Set<AssistantLog>().OrderBy(row => row.Seq).Select(row => row.Seq).ToListAsync()));
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    private async Task<TestPerson> ThreeActionsAsync()
    {
        var person = await host.NewPersonAsync();
        foreach (var title in new[] { "pão", "leite", "café" })
        {
            await person.CallAsync("tasks.create_task", new { title });
        }

        return person;
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Row-level security is forced on the owner too: it has to say for whom it acts.</summary>
    private Task AsTheOwnerOfTheDatabaseAsync(TestPerson person, string sql) =>
        host.Database.ExecuteAsync($"select set_config('app.user_id', '{person.Id}', false); {sql}");
}
