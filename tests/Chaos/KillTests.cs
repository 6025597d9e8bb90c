using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A turn whose process is killed, wherever it stood, is finished once by the next one.</summary>
public sealed class KillTests
{
    private const string Wish = "preciso comprar pão amanhã";
    private const string Act = "/probe label text=pão";

    public static TheoryData<string> Steps => [.. Enum.GetNames<TurnStep>()];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("TBOS_LONG") == "1" ? 40 : 2)];

    [Theory]
    [MemberData(nameof(Steps))]
    [Trait("Shows", "main-job:4")]
    public async Task ATurnKilledAtAStepIsFinishedOnce(string name)
    {
        var step = Enum.Parse<TurnStep>(name);
        var elsewhere = step is TurnStep.InFlight or TurnStep.Sent;
        await using var house = await House.NewAsync(probe: elsewhere);
        var id = Guid.CreateVersion7();
        var text = elsewhere ? Act : Wish;

        await using (var killed = await HostProcess.StartAsync(house, step))
        {
            var posted = killed.PostInVainAsync(id, text);
            await killed.PausedAsync(step);
            Assert.Equal(137, await killed.KillAsync());
            await posted;
        }

        await using var next = await HostProcess.StartAsync(house);
        var turn = await next.EndedTurnAsync();
        await SeeItFinishedOnceAsync(house, next, turn, id, text);
        if (elsewhere)
        {
            await SeeItLookedUpAsync(house, next, sent: step == TurnStep.Sent);
        }
        else
        {
            Assert.Equal(1, await house.SeeAsync<long>("select count(*) from tasks where title = 'comprar pão'"));
            Assert.Equal("done", await house.SeeAsync<string>("select string_agg(kind, ',' order by seq) from assistant_logs"));
        }
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
            var posted = killed.PostInVainAsync(id, Wish);
            await Task.WhenAny(posted, Task.Delay(new Random(seed).Next(0, 600)));
            Assert.Equal(137, await killed.KillAsync());
            await posted;
        }

        await using var next = await HostProcess.StartAsync(house);
        if (await house.SeeAsync<long>("select count(*) from incoming_messages") == 0)
        {
            await next.PostAsync(id, Wish);
        }

        await SeeItFinishedOnceAsync(house, next, await next.EndedTurnAsync(), id, Wish);
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
            var posted = killed.PostInVainAsync(id, Wish);
            await killed.PausedAsync(TurnStep.WriteRun);
            Assert.Equal(137, await killed.KillAsync());
            await posted;
        }

        var turn = await survivor.EndedTurnAsync();

        await SeeItFinishedOnceAsync(house, survivor, turn, id, Wish);
        Assert.Equal(1, await house.SeeAsync<long>("select count(*) from tasks where title = 'comprar pão'"));
    }

    /// <summary>One turn, one act, one answer; and the same message again changes nothing and is told the same turn.</summary>
    private static async Task SeeItFinishedOnceAsync(House house, HostProcess host, TurnView turn, Guid id, string text)
    {
        Assert.Equal((TurnState.Done, id.ToString()), (turn.State, Assert.Single(turn.Messages).Id));
        Assert.NotEmpty(turn.Reply);
        var receipt = Assert.Single(turn.Receipts);

        var again = await host.PostAsync(id, text);

        Assert.Equal(turn.Id, again[0].GetProperty("runId").GetGuid());
        Assert.Equal("RUN_FINISHED", again[^1].GetProperty("type").GetString());
        Assert.Equal(receipt.Id, await house.SeeAsync<Guid>("select id from actions"));
        foreach (var table in new[] { "incoming_messages", "turns", "actions", "outbox_messages" })
        {
            Assert.Equal(1, await house.SeeAsync<long>($"select count(*) from {table}"));
        }

        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from work where kind = 'turn'"));
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
    }

    /// <summary>Said to be open at first, looked up after its deadline, sent once at most.</summary>
    private static async Task SeeItLookedUpAsync(House house, HostProcess host, bool sent)
    {
        var turn = await host.EndedTurnAsync();
        Assert.Equal(ActionState.InFlight, turn.Receipts[0].State);
        Assert.Contains("Estou conferindo", turn.Reply, StringComparison.Ordinal);

        await house.SeeAsync<long>("update work set run_at = now() - interval '1 second' where kind = 'action'");
        await house.SeeAsync<long>("update actions set deadline = now() - interval '1 second'");
        await host.UntilAsync(async () => await house.SeeAsync<long>("select count(*) from work") == 0);

        Assert.Equal(sent ? "done" : "failed", await house.SeeAsync<string>("select state from actions"));
        Assert.Equal(sent ? "in_flight,done" : "in_flight,failed", await house.SeeAsync<string>("select string_agg(kind, ',' order by seq) from assistant_logs"));
        Assert.Equal(sent ? 1 : 0, house.Arrivals());
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
    }
}
