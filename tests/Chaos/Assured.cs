namespace TbPersonalOs.Chaos;

/// <summary>What holds of a house in the end, whatever happened to it.</summary>
internal static class Assured
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Nothing is stuck: what can end has ended soon.</summary>
    public static async Task EndsAsync(House house)
    {
        var deadline = DateTime.UtcNow + Longest;
        while (await house.SeeAsync<long>("select (select count(*) from turns where state = 'running') + (select count(*) from work where kind = 'turn')") is var open and > 0)
        {
            Assert.True(DateTime.UtcNow < deadline, $"{open} turns are stuck.");
            await Task.Delay(100);
        }
    }

    /// <summary>Each message is answered once, each act happened at most once, and all of it can be proved.</summary>
    public static async Task SeeAsync(House house, ITestOutputHelper output)
    {
        var (messages, turns, acts) = (
            await house.SeeAsync<long>("select count(*) from incoming_messages"), await house.SeeAsync<long>("select count(*) from turns"), house.World.Count);
        output.WriteLine($"{messages} messages, {turns} turns, {await house.SeeAsync<long>("select count(*) from actions")} actions, {acts} acts elsewhere");
        Assert.True(messages > 0 && acts > 0);

        // Each accepted message has exactly one finished turn, and each turn its reply.
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from incoming_messages m left join turns t on t.user_id = m.user_id and t.id = m.turn_id where t.state is distinct from 'done'"));
        Assert.Equal(turns, await house.SeeAsync<long>("select count(distinct turn_id) from incoming_messages"));
        Assert.Equal(turns, await house.SeeAsync<long>("select count(*) from outbox_messages where text <> ''"));

        // Each act happened at most once and has its receipt.
        Assert.Equal(acts, house.World.Select(line => line[37..]).Distinct().Count());
        foreach (var line in house.World)
        {
            var receipt = await house.SeeAsync<string>($"select function || ' ' || state from actions where id = '{line[..36]}'");
            Assert.True(receipt is "probe.label done" or "probe.label in_flight" or "probe.label unknown" or "probe.label undone", $"{line}: {receipt}");
        }

        // No receipt without its change, no change without its receipt.
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from actions a where state = 'done' and effect = 'write' and (undo_until is not null) <> exists (select from undo_images u where u.user_id = a.user_id and u.action_id = a.id)"));
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from undo_images u left join actions a on a.user_id = u.user_id and a.id = u.action_id where a.state is null or a.state not in ('done', 'undone')"));
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from tasks t where not exists (select from undo_images u where u.user_id = t.user_id and u.row_id = t.id)"));

        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
        var owner = await house.SeeAsync<Guid>("select id from accounts.users where is_owner");
        Assert.Equal(await house.SeeAsync<string>("select seq || ' ' || encode(hash, 'hex') from assistant_log_heads"), house.KeptHead(owner));
    }
}
