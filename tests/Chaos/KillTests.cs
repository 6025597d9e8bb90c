using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A turn whose process is killed, wherever it stood, is finished once by the next one.</summary>
public sealed class KillTests
{
    public static TheoryData<string> Steps => [.. Enum.GetNames<TurnStep>()];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("TBOS_LONG") == "1" ? 40 : 1)];

    [Theory]
    [MemberData(nameof(Steps))]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnKilledAtAStepIsFinishedOnce(string name)
    {
        await KilledTurn.RoundAsync(Enum.Parse<TurnStep>(name));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnKilledAtAnyMomentIsFinishedOnceIfItWasReceived(int seed)
    {
        await using var house = await House.NewAsync();
        var id = Guid.CreateVersion7();
        await using (var killed = await HostProcess.StartAsync(house))
        {
            var posted = killed.PostInVainAsync(id, KilledTurn.Wish);
            await Task.WhenAny(posted, Task.Delay(new Random(seed).Next(0, 600)));
            Assert.Equal(137, await killed.KillAsync());
            await posted;
        }

        await using var next = await HostProcess.StartAsync(house);
        if (await house.SeeAsync<long>("select count(*) from incoming_messages") == 0)
        {
            await next.PostAsync(id, KilledTurn.Wish);
        }

        await KilledTurn.SeeFinishedOnceAsync(house, next, await next.EndedTurnAsync(), id, KilledTurn.Wish);
        Assert.Equal(1, await house.SeeAsync<long>("select count(*) from tasks where title = 'comprar pão'"));
    }

    [Fact]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnWhoseProcessDiesIsFinishedByAnotherThatWasThereAllAlong()
    {
        await using var house = await House.NewAsync();
        await using var survivor = await HostProcess.StartAsync(house);
        var id = Guid.CreateVersion7();
        await using (var killed = await HostProcess.StartAsync(house, TurnStep.WriteRun))
        {
            var posted = killed.PostInVainAsync(id, KilledTurn.Wish);
            await killed.PausedAsync(TurnStep.WriteRun);
            Assert.Equal(137, await killed.KillAsync());
            await posted;
        }

        var turn = await survivor.EndedTurnAsync();

        await KilledTurn.SeeFinishedOnceAsync(house, survivor, turn, id, KilledTurn.Wish);
        Assert.Equal(1, await house.SeeAsync<long>("select count(*) from tasks where title = 'comprar pão'"));
    }
}
