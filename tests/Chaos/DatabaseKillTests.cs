using TbPersonalOs.Common;

namespace TbPersonalOs.Chaos;

/// <summary>The database's server is killed while turns run, again and again; the processes of the assistant live on, or are killed with it.</summary>
public sealed class DatabaseKillTests(ITestOutputHelper output)
{
    private const int Messages = 6;

    private static int Kills => Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 } ? 60 : 6;

    [Fact]
    [Trait("Shows", "trust:1")]
    public async Task WhatWasAcceptedOutlivesTheDatabasesServer()
    {
        var seed = PlanTests.Seed;
        var random = new Random(seed);
        await using var server = await MortalServer.NewAsync();
        await using var house = await House.NewAsync(plans: true, server: TestDatabase.Mortal);
        await using var plans = new Plans(house, seed);
        var (host, running, together) = (await HostProcess.StartAsync(house), 0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var told = await plans.NextAsync(Messages);
            var posted = told.Concat(told).OrderBy(_ => random.Next()).Select(host.PostInVainAsync).ToArray();
            await Task.Delay(random.Next(50, 500));
            await server.KillAsync();
            var dies = random.Next(3) == 0;
            if (dies)
            {
                together++;
                Assert.Equal(137, await host.KillAsync());
                await host.DisposeAsync();
            }

            await Task.Delay(random.Next(0, 1500));
            await server.StartAsync();
            running += await house.SeeAsync<long>("select count(*) from turns where state = 'running'") > 0 ? 1 : 0;
            if (dies)
            {
                host = await HostProcess.StartAsync(house);
            }

            await Task.WhenAll(posted);
        }

        await Assured.EndsAsync(house);
        output.WriteLine($"seed {seed}: TBOS_CHAOS_SEED={seed} repeats the plans and the moments");
        output.WriteLine($"{Kills} times the database's server was killed, {running} of them hit a running turn, {together} killed the assistant too");
        await Assured.SeeAsync(house, output);
        await host.DisposeAsync();
    }
}
