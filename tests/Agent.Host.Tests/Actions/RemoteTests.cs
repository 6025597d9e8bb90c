using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>What acts elsewhere is sent at most once, and what became of it is found out or said to be unknown.</summary>
public sealed class RemoteTests(TestHost host, ScriptedHost scripted)
{
    [Fact]
    public async Task WhatLeftIsOnRecordBeforeAndAfter()
    {
        var person = await host.NewPersonAsync();
        var text = Unique("well");

        var receipt = await person.CallAsync("probe.label", new { text });

        Assert.Equal((ActionState.Done, $"Probe: {text}", true), (receipt.State, receipt.Text, receipt.Undoable));
        Assert.Equal(1, host.World.Arrivals[text]);
        Assert.Equal(["in_flight", "done"], await person.LogAsync());
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task ARefusalIsFailed()
    {
        var person = await host.NewPersonAsync();

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.label", new { text = Unique("refuse") }));

        Assert.Equal(ErrorCode.Unavailable, error.Code);
        Assert.Equal(ActionState.Failed, (await person.ActionAsync()).State);
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatBrokeAfterItHappenedIsFoundByLooking()
    {
        var person = await host.NewPersonAsync();
        var text = Unique("break-after");

        var receipt = await person.CallAsync("probe.label", new { text });

        Assert.Equal(ActionState.Done, receipt.State);
        Assert.Equal(1, host.World.Arrivals[text]);
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatBrokeBeforeIsUnknownUntilItCanNoLongerArrive()
    {
        var person = await host.NewPersonAsync();
        var text = Unique("break-before");

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.label", new { text }));
        Assert.Equal(ErrorCode.UnknownOutcome, error.Code);
        Assert.Equal(ActionState.Unknown, (await person.ActionAsync()).State);

        await SettleAsync(person);

        Assert.Equal(ActionState.Failed, (await person.ActionAsync()).State);
        Assert.Equal(["in_flight", "unknown", "failed"], await person.LogAsync());
        Assert.False(host.World.Arrivals.ContainsKey(text));
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatNobodyCanSeeStaysUnknownIsShownAndIsNotRepeated()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique("blind");

        var turn = await person.SayAsync(scripted.Planner.Script(Call("probe.label", new { text }), Call("probe.label", new { text }), Say("fim")));

        var receipt = Assert.Single(turn.Receipts);
        Assert.Equal(ActionState.Unknown, receipt.State);
        Assert.Single(Occurrences(turn.Reply, receipt.Text));

        await SettleAsync(person);
        await SettleAsync(person);

        Assert.Equal(ActionState.Unknown, (await person.ActionAsync()).State);
        Assert.Equal(1, scripted.World.Arrivals[text]);
        Assert.Equal(["in_flight", "unknown"], await person.LogAsync());
        Assert.Equal(1, await person.WorkAsync());
    }

    [Fact]
    public async Task TheSameKeyDoesNotSendAgainWhatIsUnknown()
    {
        var person = await host.NewPersonAsync();
        var text = Unique("blind");

        for (var round = 0; round < 2; round++)
        {
            var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.label", new { text }, "one-key"));
            Assert.Equal(ErrorCode.UnknownOutcome, error.Code);
        }

        Assert.Equal(1, host.World.Arrivals[text]);
    }

    [Fact]
    public async Task ALookDoesNotOverwriteWhatBecameKnownMeanwhile()
    {
        var person = await host.NewPersonAsync();
        await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.label", new { text = Unique("blind") }));
        await person.SeeAsync(db => db.Actions.ExecuteUpdateAsync(row => row.SetProperty(stored => stored.State, ActionState.Done)));

        await SettleAsync(person);

        Assert.Equal(ActionState.Done, (await person.ActionAsync()).State);
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatWasDoneElsewhereIsTakenBackThere()
    {
        var person = await host.NewPersonAsync();
        var receipt = await person.CallAsync("probe.label", new { text = Unique("well") });

        await person.UndoAsync(receipt);

        Assert.False(host.World.Happened.ContainsKey(receipt.Id));
        Assert.Equal(ActionState.Undone, (await person.ActionsAsync())[0].State);
    }

    /// <summary>Brings the deadline of the person's acts forward and looks them up, as the sweep does.</summary>
    private async Task SettleAsync(TestPerson person)
    {
        await person.SeeAsync(db => db.Database.ExecuteSqlAsync(
            $"update work set run_at = now() - interval '1 second' where user_id = {person.Id} and kind = 'action'"));
        await person.InScopeAsync(services => services.GetRequiredService<WorkSweep>().SweepAsync(CancellationToken.None));

        // The host's own sweep may have been faster: then it is done as soon as no row is due.
        await Eventually.SeeAsync(
            () => person.SeeAsync(db => db.Database.SqlQuery<int>(
                $"""select count(*)::int as "Value" from work where user_id = {person.Id} and run_at <= now()""").SingleAsync()),
            due => due == 0);
    }

    private static string Unique(string fault) => $"{fault} {Guid.CreateVersion7():N}";

    private static IEnumerable<int> Occurrences(string text, string part)
    {
        for (var place = text.IndexOf(part, StringComparison.Ordinal); place >= 0; place = text.IndexOf(part, place + 1, StringComparison.Ordinal))
        {
            yield return place;
        }
    }
}
