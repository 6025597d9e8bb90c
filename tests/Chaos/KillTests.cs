using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A turn whose process is killed, wherever it stood, is finished once by another.</summary>
public sealed class KillTests(KilledProcesses killed) : IClassFixture<KilledProcesses>
{
    public static TheoryData<string> Steps => [.. Enum.GetNames<TurnStep>()];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("TBOS_LONG") == "1" ? 40 : 1)];

    [Theory]
    [MemberData(nameof(Steps))]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnKilledAtAStepIsFinishedOnceAfterARestart(string step)
    {
        var (exitCode, told, house, next) = killed.At(Enum.Parse<TurnStep>(step));

        Assert.Equal(137, exitCode);
        await told.SeeFinishedOnceAsync(house, next);
    }

    [Theory]
    [InlineData(nameof(TurnStep.InFlight), "failed", 0)]
    [InlineData(nameof(TurnStep.Sent), "done", 1)]
    [Trait("Shows", "main-job:4")]
    public async Task AnActElsewhereIsSaidToBeOpenIsLookedUpAndNeverSentAgain(string step, string end, int arrivals)
    {
        var (_, told, house, next) = killed.At(Enum.Parse<TurnStep>(step));
        var turn = await next.EndedTurnAsync(told.Chat);
        var action = turn.Receipts[0];
        Assert.Contains("Estou conferindo", turn.Reply, StringComparison.Ordinal);

        await house.SeeAsync<long>($"update actions set deadline = now() - interval '1 second' where id = '{action.Id}'");
        await house.SeeAsync<long>($"update work set run_at = now() - interval '1 second' where id = '{action.Id}'");
        await next.UntilAsync(async () => await house.SeeAsync<long>($"select count(*) from work where id = '{action.Id}'") == 0);

        Assert.Equal(end, await house.SeeAsync<string>($"select state from actions where id = '{action.Id}'"));
        Assert.Equal($"in_flight,{end}", await told.LogAsync(house));
        Assert.Equal(arrivals, house.Arrivals(told.Chat));
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnKilledAtAnyMomentIsFinishedOnceIfItWasReceived(int seed)
    {
        await using var house = await House.NewAsync();
        var told = Told.Task("leite");
        await using (var victim = await HostProcess.StartAsync(house))
        {
            var posted = victim.PostInVainAsync(told);
            await Task.WhenAny(posted, Task.Delay(new Random(seed).Next(0, 600)));
            Assert.Equal(137, await victim.KillAsync());
            await posted;
        }

        await using var next = await HostProcess.StartAsync(house);
        if (await house.SeeAsync<long>("select count(*) from incoming_messages") == 0)
        {
            await next.PostAsync(told);
        }

        await told.SeeFinishedOnceAsync(house, next);
    }

    [Fact]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnWhoseProcessDiesIsFinishedByAnotherThatWasThereAllAlong()
    {
        await using var house = await House.NewAsync();
        await using var survivor = await HostProcess.StartAsync(house);
        var told = Told.Task("café");
        await using (var victim = await HostProcess.StartAsync(house, TurnStep.WriteRun))
        {
            var posted = victim.PostInVainAsync(told);
            await victim.PausedAsync(TurnStep.WriteRun);
            Assert.Equal(137, await victim.KillAsync());
            await posted;
        }

        await told.SeeFinishedOnceAsync(house, survivor);
    }
}
