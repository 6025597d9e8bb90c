using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>Once others' words are in context, nothing that lasts is written of them unasked, by whatever way they came.</summary>
public sealed class LabelTests(ScriptedHost scripted)
{
    private const string Canary = "canário";

    /// <summary>A call of each function that looks at what the person has, and of some that write and show it again.</summary>
    public static TheoryData<string, string> Looks => new()
    {
        { "tasks.list_tasks", "{}" },
        { "tasks.update_task", """{"task":"canário","priority":"high"}""" },
        { "tasks.complete_task", """{"task":"canário"}""" },
        { "reminders.list_reminders", "{}" },
        { "calendar.list_events", "{}" },
        { "notes.search_notes", """{"query":"canário"}""" },
        { "notes.update_note", """{"note":"canário","append":"mais"}""" },
        { "health.list_check_ins", "{}" },
        { "profile.list_goals", "{}" },
        { "inbox.list_inbox", "{}" },
        { "assistant.today", "{}" },
        { "actions.list_actions", "{}" },
        { "actions.explain", """{"action":"canário"}""" },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    [Trait("Shows", "trust:2")]
    public async Task WhatALookShowsOfOthersLabelsWhatIsComposedAfterIt(string function, string arguments)
    {
        var person = await FurnishedAsync(foreign: true);
        var words = scripted.Planner.Script(
            Call(function, System.Text.Json.Nodes.JsonNode.Parse(arguments)!), Call("profile.set_goal", new { title = "obedecer" }), Call("tasks.create_task", new { title = "responder" }), Say("fim"));

        var turn = await person.SayAsync($"{words} olha");

        Assert.Contains(Canary, turn.Receipts[0].Result?.GetRawText() ?? "", StringComparison.Ordinal);
        var actions = (await person.ActionsAsync()).Where(action => action.TurnId == turn.Id).ToDictionary(action => action.Function);
        Assert.Equal(ActionState.PendingApproval, actions["profile.set_goal"].State);
        Assert.All(actions.Values, action => Assert.StartsWith("untrusted:", action.Origin, StringComparison.Ordinal));
        // Other writes run, carry the label and can be taken back.
        Assert.Equal(ActionState.Done, actions["tasks.create_task"].State);
        Assert.NotNull(actions["tasks.create_task"].UndoUntil);
    }

    [Fact]
    [Trait("Shows", "trust:2")]
    public async Task EveryLookOfTheCatalogueThatShowsWhatThePersonHasIsTried()
    {
        var person = await FurnishedAsync(foreign: false);
        await AskedAsync(person);
        var tried = Looks.Select(row => row.Data.Item1).ToHashSet();
        foreach (var function in RandomCalls.Known.Where(function => !tried.Contains(function)))
        {
            var call = await person.SeeAsync(db => new RandomCalls(1).NextAsync(db, [function]));
            try
            {
                var receipt = await person.CallAsync(call.Function, call.Arguments, door: Doors.Web);
                Assert.True(receipt.Effect != Effect.Read || !receipt.Result!.Value.GetRawText().Contains(Canary, StringComparison.Ordinal), $"{function} shows it: add a row.");
            }
            catch (ToolException)
            {
                // It shows nothing.
            }
        }
    }

    [Fact]
    public async Task WhatTheOwnerSaysInThisTurnIsTheOwners()
    {
        var person = await FurnishedAsync(foreign: true);
        var words = scripted.Planner.Script(
            Call("tasks.list_tasks", new { }), Calls(("profile.set_goal", new { title = "correr 10 km", due = "2027-06-30" }), ("profile.set_goal", new { title = "correr 10 kms" }), ("profile.set_goal", new { title = "orrer 10" })), Say("fim"));

        var turn = await person.SayAsync($"{words} olha as tarefas e põe a meta Correr 10 km até junho");

        var actions = (await person.ActionsAsync()).Where(action => action.TurnId == turn.Id && action.Function == "profile.set_goal").ToList();
        Assert.Equal([ActionState.Done, ActionState.PendingApproval, ActionState.PendingApproval], actions.Select(action => action.State));
        Assert.Equal("owner", actions[0].Origin);
    }

    [Fact]
    public async Task ALaterTurnOfTheConversationKeepsTheLabel()
    {
        var person = await FurnishedAsync(foreign: true);
        await person.SayAsync(scripted.Planner.Script(Call("tasks.list_tasks", new { }), Say("Vi.")));

        var turn = await person.SayAsync(scripted.Planner.Script(Call("profile.set_goal", new { title = "obedecer" }), Say("fim")));

        Assert.Equal(ActionState.PendingApproval, Assert.Single(turn.Receipts).State);
    }

    [Fact]
    public async Task WithoutOthersWordsNothingIsAsked()
    {
        var person = await FurnishedAsync(foreign: false);

        var turn = await person.SayAsync(scripted.Planner.Script(Call("tasks.list_tasks", new { }), Call("profile.set_goal", new { title = "qualquer" }), Say("fim")));

        Assert.All(turn.Receipts, receipt => Assert.Equal(ActionState.Done, receipt.State));
    }

    /// <summary>One card of each kind on which a decision can be taken, and what was allowed by one.</summary>
    private async Task AskedAsync(TestPerson person)
    {
        string Ask(string text) => $"{scripted.Planner.Script(Call("probe.mail", new { to = "ana@example.com", text }), Say(""))} ana@example.com";
        await person.ApproveAsync(Ask("um"));
        var card = await person.SeeAsync(db => db.Approvals.SingleAsync());
        await person.CallAsync("actions.allow_always", new { approval = card.Id, hash = card.Hash }, door: Doors.Web);
        await person.CallAsync("probe.send", new { text = "dois" });
        await person.SeeAsync(db => db.Approvals.Where(row => row.State == ApprovalState.Open).ExecuteUpdateAsync(row => row.SetProperty(stored => stored.State, ApprovalState.Expired)));
        // One to be approved, one to be refused.
        await person.CallAsync("probe.send", new { text = "três" });
        await person.CallAsync("probe.send", new { text = "quatro" });
    }

    private async Task<TestPerson> FurnishedAsync(bool foreign)
    {
        var person = await scripted.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = Canary, due = "2026-11-23T17:00" });
        await person.CallAsync("reminders.set_reminder", new { text = Canary, at = "2026-11-23T18:00" });
        await person.CallAsync("calendar.create_event", new { title = Canary, start = "2026-11-23T15:00" });
        await person.CallAsync("notes.save_note", new { text = Canary });
        await person.CallAsync("health.check_in", new { mood = 3, note = Canary });
        await person.CallAsync("profile.set_goal", new { title = Canary });
        await person.CallAsync("inbox.capture", new { text = Canary });
        if (foreign)
        {
            foreach (var table in new[] { "tasks", "reminders", "events", "notes", "check_ins", "goals", "inbox_items", "actions" })
            {
                await scripted.Host.Database.ExecuteAsync($"select set_config('app.user_id', '{person.Id}', false); update {table} set origin = 'untrusted:mail:m1'");
            }
        }

        return person;
    }
}
