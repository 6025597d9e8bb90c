using System.Collections.Concurrent;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A turn that was killed, and how it has to look after the next start.</summary>
internal static class KilledTurn
{
    /// <summary>A message of one write.</summary>
    public const string Wish = "preciso comprar pão amanhã";

    private const string Act = "/probe label text=pão";
    private static readonly ConcurrentDictionary<TurnStep, Task> Rounds = new();

    /// <summary>The round of a step; the next one runs beside it, since most of a round is waiting.</summary>
    public static Task RoundAsync(TurnStep step)
    {
        foreach (var beside in Enum.GetValues<TurnStep>().SkipWhile(other => other != step).Take(2))
        {
            Rounds.GetOrAdd(beside, found => Task.Run(() => KillAtAsync(found)));
        }

        return Rounds[step];
    }

    private static async Task KillAtAsync(TurnStep step)
    {
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
        await SeeFinishedOnceAsync(house, next, turn, id, text);
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

    /// <summary>One turn, one act, one answer; and the same message again changes nothing and is told the same turn.</summary>
    public static async Task SeeFinishedOnceAsync(House house, HostProcess host, TurnView turn, Guid id, string text)
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
