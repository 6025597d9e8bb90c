using Microsoft.EntityFrameworkCore;
using Npgsql;
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
    public async Task ALogWhosePayloadWasForgottenStillHolds()
    {
        var person = await ThreeActionsAsync();

        await AsTheOwnerOfTheDatabaseAsync(person, "delete from assistant_log_payloads where seq = 2");

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

    /// <summary>Row-level security is forced on the owner too: it has to say for whom it acts.</summary>
    private Task AsTheOwnerOfTheDatabaseAsync(TestPerson person, string sql) =>
        host.Database.ExecuteAsync($"select set_config('app.user_id', '{person.Id}', false); {sql}");
}
