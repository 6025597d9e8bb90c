using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>Decisions that the owner types: matched by code, by the card's own code, or by nothing where only one can be meant.</summary>
public sealed class TypedDecisionTests(ScriptedHost scripted)
{
    private static readonly string[] Functions = ["approve", "reject", "ask_again", "allow_always", "list_permissions", "revoke_permission"];

    [Theory]
    [InlineData("/aprovar {code}")]
    [InlineData("/Aprovar {CODE}")]
    [InlineData("/aprovar")]
    [InlineData("/approve {code}")]
    [InlineData("Sim.")]
    [InlineData("yes")]
    public async Task ACardIsApprovedByItsCodeOrAsTheOneJustAsked(string command)
    {
        var (person, card, text) = await AskedAsync();

        var turn = await person.SayAsync(Filled(command, card));

        Assert.Equal($"Aprovado: Probe: {text}?", turn.Reply);
        await Eventually.SeeAsync(person.ActionAsync, action => action.State == ActionState.Done);
        Assert.Equal(1, scripted.World.Arrivals[text]);
        Assert.DoesNotContain(scripted.Planner.Log, asked => asked.Said.Contains(Filled(command, card), StringComparison.Ordinal) && asked.Said.Contains(card.Code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/recusar {code}")]
    [InlineData("/reject")]
    [InlineData("não")]
    public async Task ANoIsTypedAsWell(string command)
    {
        var (person, card, text) = await AskedAsync();

        var turn = await person.SayAsync(Filled(command, card));

        Assert.Equal($"Não feito, como você decidiu: Probe: {text}?", turn.Reply);
        Assert.Equal(ActionState.Refused, (await person.ActionAsync()).State);
    }

    [Fact]
    public async Task ForGoodIsTypedBehindTheCode()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        var asked = await person.SayAsync($"{scripted.Planner.Script(Call("probe.mail", new { to = "ana@example.com", text }), Say(""))} ana@example.com");
        var card = asked.Receipts.Single().Approval!;
        Assert.Contains($"Sempre para ana@example.com: /aprovar {card.Code} sempre", asked.Reply, StringComparison.Ordinal);

        var turn = await person.SayAsync($"/aprovar {card.Code} sempre");

        Assert.Equal($"Aprovado: Probe: {text} → ana@example.com?\nSempre para ana@example.com, sem perguntar (probe.mail)", turn.Reply);
        Assert.Equal("Nada está liberado para sempre.", (await person.SayAsync("/revogar ana@example.com")) is { Receipts: [{ State: ActionState.Done }] } ? (await person.SayAsync("/permissoes")).Text : "");
    }

    [Theory]
    [InlineData("/aprovar 000000")]
    [InlineData("/aprovar tudo")]
    [InlineData("/aprovar abc")]
    public async Task WhatNamesNoCardApprovesNothing(string command)
    {
        var (person, card, text) = await AskedAsync();

        var turn = await person.SayAsync(command);

        Assert.Equal("Não há cartão à espera com esse código.", turn.Reply);
        Assert.Equal(ApprovalState.Open, await StateAsync(person, card));
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Theory]
    [InlineData("Quer que eu crie também a tarefa?", 1)]
    [InlineData("Pronto.", 2)]
    public async Task AYesThatMayMeanSomethingElseDecidesNothing(string said, int asked)
    {
        var person = await scripted.NewPersonAsync();
        await person.SayAsync(scripted.Planner.Script(Calls([.. Enumerable.Range(0, asked).Select(_ => ("probe.send", (object)new { text = Unique() }))]), Say(said)));

        await person.SayAsync("sim");

        Assert.All(await person.ActionsAsync(), action => Assert.Equal(("probe.send", ActionState.PendingApproval), (action.Function, action.State)));
    }

    [Fact]
    public async Task AYesToACardThatIsNotTheLastThingDecidesNothing()
    {
        var (person, card, _) = await AskedAsync();
        await person.SayAsync(scripted.Planner.Script(Say("outra coisa")));

        await person.SayAsync("sim");

        Assert.Equal(ApprovalState.Open, await StateAsync(person, card));
    }

    [Fact]
    public async Task WithTwoCardsOpenItHasToBeSaidWhich()
    {
        var (person, first, _) = await AskedAsync();
        var other = await person.SayAsync(scripted.Planner.Script(Call("probe.send", new { text = Unique() }), Say("")));

        var turn = await person.SayAsync("/aprovar");

        Assert.Contains($"• {first.Code}: {first.Text}", turn.Reply, StringComparison.Ordinal);
        Assert.Contains(other.Receipts.Single().Approval!.Code, turn.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain(await person.ActionsAsync(), action => action is { Function: "probe.send", State: not ActionState.PendingApproval });
    }

    [Fact]
    public async Task ACardThatIsNotTheLastThingAskedHasToBeNamed()
    {
        var (person, card, text) = await AskedAsync();
        await person.SayAsync(scripted.Planner.Script(Say("outra coisa")));

        await person.SayAsync("/aprovar");

        Assert.Equal(ApprovalState.Open, await StateAsync(person, card));
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Fact]
    public async Task WhatExpiredIsAskedAgainByTypingAndApprovedAsWhatWasJustAsked()
    {
        var (person, card, text) = await AskedAsync();
        await person.RunOutAsync();
        Assert.Equal("Expirou, nada foi feito. Peça de novo.", (await person.SayAsync($"/aprovar {card.Code}")).Reply);

        var again = await person.SayAsync($"/pedirdenovo {card.Code}");
        Assert.Contains($"/aprovar {card.Code}", again.Reply, StringComparison.Ordinal);
        await person.SayAsync("/aprovar");

        await Eventually.SeeAsync(person.ActionsAsync, actions => actions.Exists(action => action is { Function: "probe.send", State: ActionState.Done }));
        Assert.Equal(1, scripted.World.Arrivals[text]);
    }

    [Theory]
    [InlineData(Doors.OpenApi)]
    [InlineData(Doors.Mcp)]
    [InlineData(Doors.Schedule)]
    public async Task NobodyElseDecides(Doors door)
    {
        var (person, card, text) = await AskedAsync();

        foreach (var function in Functions)
        {
            object arguments = function switch
            {
                "list_permissions" => new { },
                "revoke_permission" => new { permission = "ana" },
                _ => new { approval = card.Id, hash = card.Hash },
            };
            Assert.Equal(ErrorCode.Denied, (await Assert.ThrowsAsync<ToolException>(() => person.CallAsync($"actions.{function}", arguments, door: door))).Code);
        }

        Assert.Equal(ApprovalState.Open, await StateAsync(person, card));
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    [Fact]
    [Trait("Shows", "trust:2")]
    public async Task APlannerIsOfferedNoneOfThemAndCannotCallThem()
    {
        var (person, card, text) = await AskedAsync();
        IReadOnlyList<string> offered = [];

        await person.SayAsync(scripted.Planner.Script(asked =>
        {
            offered = asked.Offered;
            return Task.FromResult(asked.Round == 0
                ? Calls([.. Functions.Select(function => ($"actions.{function}", (object)new { approval = card.Id, hash = card.Hash }))])
                : Say("Aprovado."));
        }));

        Assert.DoesNotContain(offered, name => Functions.Contains(name.Replace("actions_", "", StringComparison.Ordinal)));
        Assert.Equal(ApprovalState.Open, await StateAsync(person, card));
        Assert.False(scripted.World.Arrivals.ContainsKey(text));
    }

    private async Task<(TestPerson Person, ApprovalView Card, string Text)> AskedAsync()
    {
        var person = await scripted.NewPersonAsync();
        var text = Unique();
        var turn = await person.SayAsync(scripted.Planner.Script(Call("probe.send", new { text }), Say("")));
        return (person, turn.Receipts.Single().Approval!, text);
    }

    private static Task<ApprovalState> StateAsync(TestPerson person, ApprovalView card) =>
        person.SeeAsync(db => db.Approvals.Where(row => row.Id == card.Id).Select(row => row.State).SingleAsync());

    private static string Filled(string command, ApprovalView card) =>
        command.Replace("{code}", card.Code, StringComparison.Ordinal).Replace("{CODE}", card.Code.ToUpperInvariant(), StringComparison.Ordinal);

    private static string Unique() => $"carta {Guid.CreateVersion7():N}";
}
