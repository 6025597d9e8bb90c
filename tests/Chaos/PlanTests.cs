using TbPersonalOs.Common;

namespace TbPersonalOs.Chaos;

/// <summary>
/// Random plans, told three times each and in any order, to processes that are killed at random instants, over connections that break: whatever
/// happens, each message is answered once, each act happens at most once, and all of it can be proved.
/// </summary>
public sealed class PlanTests(ITestOutputHelper output)
{
    private const int Messages = 6;

    /// <summary>Messages that are at hand while a backup is made, and how many are said at a time.</summary>
    private const int Talk = 80;
    private const int Voices = 2;
    private static int Kills => Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 } ? 1000 : 50;

    /// <summary>What repeats the plans and the moments.</summary>
    internal static int Seed => int.TryParse(Environment.GetEnvironmentVariable("TBOS_CHAOS_SEED"), out var seed) ? seed : Random.Shared.Next(1, 1_000_000);

    /// <summary>Two houses at once, each with half of the kills: most of the time a process starts, and the machine has a second processor.</summary>
    [Fact]
    [Trait("Shows", "trust:1")]
    [Trait("Shows", "trust:6")]
    public async Task NothingIsLostNothingComesTwiceAndEverythingIsProved()
    {
        var seed = Seed;
        output.WriteLine($"seed {seed}: TBOS_CHAOS_SEED={seed} repeats the plans and the moments");
        var running = await Task.WhenAll(LiveAsync(seed, Kills / 2), LiveAsync(seed + 1, Kills / 2));
        output.WriteLine($"{Kills} kills, {running.Sum()} of them hit a running turn");
        Assert.True(running.Sum() * 2 >= Kills, $"Only {running.Sum()} of {Kills} kills hit a running turn.");
    }

    private async Task<int> LiveAsync(int seed, int kills)
    {
        var random = new Random(seed);
        await using var house = await House.NewAsync(plans: true);
        var (running, broken) = (0, 0);
        await (await HostProcess.StartAsync(house)).DisposeAsync();
        List<Told> more;
        await using (var plans = new Plans(house, seed))
        {
            Assert.Subset(RandomCalls.Known.ToHashSet(), plans.Functions.ToHashSet());
            for (var kill = 0; kill < kills; kill++)
            {
                var told = await plans.NextAsync(Messages);
                await using var victim = await HostProcess.StartAsync(house);
                var posted = told.Concat(told).Concat(told).OrderBy(_ => random.Next()).Select(victim.PostInVainAsync).ToArray();
                await Task.Delay(random.Next(100, 900));
                if (random.Next(5) == 0)
                {
                    broken++;
                    await house.BreakConnectionsAsync();
                    await Task.Delay(random.Next(0, 100));
                }

                Assert.Equal(137, await victim.KillAsync());
                running += await house.SeeAsync<long>("select count(*) from turns where state = 'running'") > 0 ? 1 : 0;
                await Task.WhenAll(posted);
            }

            more = await plans.NextAsync(Talk);
        }

        await using var last = await HostProcess.StartAsync(house);
        await Assured.EndsAsync(house);
        output.WriteLine($"seed {seed}: the database's connections were broken {broken} times");
        await Assured.SeeAsync(house, output);
        await RestoreAsync(house, last, more);
        return running;
    }

    /// <summary>
    /// A backup that is made while more is being said, built again where there was nothing: the command itself compares each table's rows and
    /// proves the log. What was under way then ends, and nothing leaves a second time.
    /// </summary>
    private async Task RestoreAsync(House house, HostProcess last, List<Told> more)
    {
        var backup = house.BackUpAsync();
        await Task.WhenAll(more.Chunk(Talk / Voices).Select(async voice =>
        {
            foreach (var told in voice.TakeWhile(_ => !backup.IsCompleted))
            {
                await last.PostInVainAsync(told);
            }
        }));
        await using var restored = await house.RestoredAsync(await backup);
        var (cancelled, unknown, acts) = (
            await restored.SeeAsync<long>("select count(*) from turns where state = 'cancelled'"), await restored.SeeAsync<long>("select count(*) from actions where state = 'unknown'"), restored.World.Count);
        output.WriteLine($"restored: {await restored.SeeAsync<long>("select count(*) from actions")} actions, {unknown} unknown, {cancelled} turns were under way");
        Assert.Equal(0, await restored.SeeAsync<long>("select count(*) from actions where state in ('in_flight', 'pending_approval')"));
        await using (await HostProcess.StartAsync(restored))
        {
            await Assured.EndsAsync(restored);
            Assert.Equal(0, await restored.SeeAsync<long>("select count(*) from incoming_messages m left join turns t on t.user_id = m.user_id and t.id = m.turn_id where t.state is distinct from 'done' and t.state is distinct from 'cancelled'"));
        }

        Assert.Equal(acts, restored.World.Count);
        Assert.Null(await restored.SeeAsync<long?>("select verify_log()"));
        var owner = await restored.SeeAsync<Guid>("select id from accounts.users where is_owner");
        Assert.Equal(await restored.SeeAsync<string>("select seq || ' ' || encode(hash, 'hex') from assistant_log_heads"), restored.KeptHead(owner));
    }
}
