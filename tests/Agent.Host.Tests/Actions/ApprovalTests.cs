using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>What reaches others or cannot come back waits for the owner's own hand, for exactly that call, once.</summary>
public sealed class ApprovalTests(ScriptedHost scripted)
{
    [Theory]
    [InlineData("probe.send", Effect.Outward)]
    [InlineData("probe.wipe", Effect.Erase)]
    public async Task NothingIsDoneBeforeTheOwnerSaysSo(string function, Effect effect)
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await person.CallAsync("notes.save_note", new { text = "keep", title = text });

        var receipt = await AskAsync(person, function, new { text });

        Assert.Equal((ActionState.PendingApproval, effect, $"Probe: {text}?"), (receipt.State, receipt.Effect, receipt.Text));
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
        Assert.Equal(["keep"], await person.NotesAsync());
        var card = Assert.Single(await CardsAsync(person));
        Assert.Equal((receipt.Id, ApprovalState.Open, $"Probe: {text}?"), (card.ActionId, card.State, card.Text));
        Assert.InRange(card.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5.1));
    }

    [Fact]
    public async Task WhatWasApprovedIsCarriedOutOnceAndNoPlannerIsAsked()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        var receipt = await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        var turn = await DecidedTurnAsync(person, await DecideAsync(browser, card.Id, card.Hash, "approve"));
        using var again = await DecideAsync(browser, card.Id, card.Hash, "approve");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(1, scripted.World.Arrivals[text]);
        Assert.Equal(receipt.Id, Assert.Single(scripted.World.Happened, act => act.Value == text).Key);
        Assert.Equal(ActionState.Done, (await person.ActionAsync()).State);
        Assert.Equal((TurnState.Done, true), (turn.State, turn.Reply.StartsWith($"Probe: {text}", StringComparison.Ordinal)));
        // Asked, approved, on its way, done; and that it was approved once more is refused.
        Assert.Equal(["pending_approval", "done", "in_flight", "done"], (await person.LogAsync()).Where(kind => kind != "failed"));
        Assert.DoesNotContain(scripted.Planner.Log, asked => asked.Said.Contains(text, StringComparison.Ordinal));
        Assert.Empty(await CardsAsync(person));
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatWasApprovedAndThenFailedIsTold()
    {
        var person = await scripted.NewPersonAsync();
        await AskAsync(person, "probe.send", new { text = $"refuse {Unique()}" });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        var turn = await DecidedTurnAsync(person, await DecideAsync(browser, card.Id, card.Hash, "approve"));

        Assert.Equal(ActionState.Failed, (await person.ActionAsync()).State);
        Assert.Contains("refused by the other side", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsErasedDoesNotComeBack()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await person.CallAsync("notes.save_note", new { text = "gone soon", title = text });
        var receipt = await AskAsync(person, "probe.wipe", new { text });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        await DecidedTurnAsync(person, await DecideAsync(browser, card.Id, card.Hash, "approve"));

        Assert.Empty(await person.NotesAsync());
        Assert.Equal(ErrorCode.Invalid, (await Assert.ThrowsAsync<ToolException>(() => person.UndoAsync(receipt))).Code);
    }

    [Fact]
    public async Task AnotherHashDecidesNothing()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        using var answer = await DecideAsync(browser, card.Id, new string('0', 64), "approve");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(ApprovalState.Open, Assert.Single(await CardsAsync(person)).State);
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Fact]
    public async Task AnExpiredCardIsANo()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));
        await person.SeeAsync(db => db.Approvals.ExecuteUpdateAsync(
            row => row.SetProperty(stored => stored.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));

        using var browser = await person.BrowserAsync();
        using var answer = await DecideAsync(browser, card.Id, card.Hash, "approve");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
        Assert.Equal(ActionState.PendingApproval, (await person.ActionAsync()).State);
    }

    [Fact]
    public async Task ACardThatNobodyAnswersIsANoAndTheLogSaysSo()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));
        await person.SeeAsync(db => db.Database.ExecuteSqlAsync(
            $"update approvals set expires_at = now() - interval '1 second'; update work set run_at = now() - interval '1 second' where id = {card.Id} and kind = 'approval'"));

        await person.InScopeAsync(services => services.GetRequiredService<WorkSweep>().SweepAsync(CancellationToken.None));

        await Eventually.SeeAsync(person.ActionAsync, action => action.State == ActionState.Refused);
        Assert.Contains("Expirou, nada foi enviado", (await person.ActionAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(["pending_approval", "refused"], await person.LogAsync());
        Assert.Equal(ApprovalState.Expired, await person.SeeAsync(db => db.Approvals.Select(row => row.State).SingleAsync()));
        Assert.Equal(0, await person.WorkAsync());
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Fact]
    public async Task ANoEndsIt()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        using var no = await DecideAsync(browser, card.Id, card.Hash, "reject");
        using var yes = await DecideAsync(browser, card.Id, card.Hash, "approve");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (no.StatusCode, yes.StatusCode));
        Assert.Equal(ActionState.Refused, (await person.ActionAsync()).State);
        Assert.Equal(["pending_approval", "refused", "done", "failed"], await person.LogAsync());
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Fact]
    public async Task TheSameCardApprovedTenTimesAtOnceIsCarriedOutOnce()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));

        using var browser = await person.BrowserAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => DecideAsync(browser, card.Id, card.Hash, "approve")));

        await DecidedTurnAsync(person, Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, scripted.World.Arrivals[text]);
    }

    [Fact]
    public async Task AnApprovalDuringAnotherTurnIsCarriedOutInATurnOfItsOwnAfterIt()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        await AskAsync(person, "probe.send", new { text });
        var card = Assert.Single(await CardsAsync(person));
        var (acted, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var running = person.SayAsync(scripted.Planner.Script(async asked =>
        {
            if (asked.Round == 1)
            {
                acted.SetResult();
                await released.Task;
            }

            return asked.Round == 0 ? Call("notes.save_note", new { text = "antes" }) : Say("fim");
        }));
        await acted.Task;

        using var browser = await person.BrowserAsync();
        using var decided = await DecideAsync(browser, card.Id, card.Hash, "approve");
        var later = person.SayAsync(scripted.Planner.Script(Say("depois")));
        released.SetResult();
        await running;
        var last = await later;

        Assert.Equal(JsonValueKind.Null, (await decided.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("turnId").ValueKind);
        Assert.Equal(1, scripted.World.Arrivals[text]);
        Assert.Equal("depois", last.Reply);
        var turns = await person.SeeAsync(db => db.Set<Turn>().OrderBy(turn => turn.Id).Select(turn => turn.Reply!).ToListAsync());
        Assert.StartsWith($"Probe: {text}?\n", turns[0], StringComparison.Ordinal);
        Assert.Equal(["Nota: antes\n\nfim", $"Probe: {text}", "depois"], turns[1..]);
    }

    [Fact]
    public async Task AGuestMakesAnInvitationOutward()
    {
        var person = await scripted.NewPersonAsync();
        var (alone, together) = (Unique(), Unique());

        Assert.Equal(ActionState.Done, (await person.CallAsync("probe.invite", new { text = alone })).State);
        var receipt = await person.CallAsync("probe.invite", new { text = together, guest = "Marina" });

        Assert.Equal((ActionState.PendingApproval, Effect.Outward), (receipt.State, receipt.Effect));
        Assert.Equal(1, scripted.World.Arrivals[alone]);
        Assert.False(scripted.World.Arrivals.ContainsKey(together));
    }

    [Fact]
    public async Task ACallThatLacksAnArgumentIsSentBackInsteadOfAskingTheOwner()
    {
        var person = await scripted.NewPersonAsync();
        IReadOnlyList<string> results = [];

        var turn = await person.SayAsync(scripted.Planner.Script(asked =>
        {
            results = asked.Results;
            return Task.FromResult(asked.Round == 0
                ? Calls(("probe.send", new { }), ("probe.invite", new { guest = "Marina" }))
                : Say("fim"));
        }));

        Assert.Equal(TurnState.Done, turn.State);
        Assert.All(results, result => Assert.Contains("\"error\":\"invalid\"", result, StringComparison.Ordinal));
        Assert.Empty(await CardsAsync(person));
    }

    private async Task<ReceiptView> AskAsync(TestPerson person, string function, object arguments) =>
        (await person.SayAsync(scripted.Planner.Script(Call(function, arguments), Say("")))).Receipts.Single();

    private static async Task<List<ApprovalView>> CardsAsync(TestPerson person)
    {
        using var browser = await person.BrowserAsync();
        return (await browser.GetFromJsonAsync<List<ApprovalView>>("/api/v1/approvals", WireJson.Options))!;
    }

    private static Task<HttpResponseMessage> DecideAsync(HttpClient browser, Guid card, string hash, string decision) =>
        browser.PostAsJsonAsync($"/api/v1/approvals/{card}/decision", new { decision, hash });

    private static async Task<TurnView> DecidedTurnAsync(TestPerson person, HttpResponseMessage decided)
    {
        Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        var turn = (await decided.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("turnId").GetGuid();
        return (await Eventually.SeeAsync(
            () => person.InScopeAsync(services => services.GetRequiredService<StoredTurns>().FindAsync(turn, CancellationToken.None)),
            found => found is { State: not TurnState.Running }))!;
    }

    private static string Unique() => $"carta {Guid.CreateVersion7():N}";
}
