using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>With a key Gemini decides which functions run; the rest of the turn is the same.</summary>
public sealed class GeminiTurnTests(ModelHost models) : IClassFixture<ModelHost>
{
    [Fact]
    [Trait("Shows", "gemini:1")]
    public async Task CallsOfOneAnswerRunInTurnsWithTheWordsAroundThem()
    {
        var words = models.Gemini.Script(
            GeminiAnswer.SayAndCall(
                "Vou ver isso. ",
                [("tasks.create_task", new { title = "pagar o aluguel" }), ("tasks.create_task", new { title = "ligar pra Ana" })]),
            GeminiAnswer.Call(("tasks.list_tasks", new { })),
            GeminiAnswer.Say("São duas. ", "Mais alguma coisa?"));
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync($"{words} cria duas tarefas");

        Assert.Equal("gemini", turn.Planner);
        Assert.Equal(["tasks.create_task", "tasks.create_task", "tasks.list_tasks"], turn.Receipts.Select(receipt => receipt.Function));
        Assert.All(turn.Receipts, receipt => Assert.Equal(ActionState.Done, receipt.State));
        Assert.Equal(2, await person.SeeAsync(db => db.Tasks.CountAsync(TestContext.Current.CancellationToken)));
        Assert.StartsWith("Vou ver isso.", turn.Text, StringComparison.Ordinal);
        Assert.EndsWith("São duas. Mais alguma coisa?", turn.Text, StringComparison.Ordinal);
        var asked = models.Gemini.Asked(words);
        Assert.Equal(3, asked.Count);
        Assert.Equal(2, asked[1].Responses.Count);
        Assert.Contains("pagar o aluguel", asked[1].Responses[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Shows", "gemini:1")]
    public async Task AConversationGoesOnAfterARestartWithAllThatTheModelSaid()
    {
        await using var host = models.New();
        await host.InitializeAsync();
        var person = await host.NewPersonAsync();
        var words = models.Gemini.Script(
            GeminiAnswer.SayAndCall("Certo. ", [("tasks.create_task", new { title = "regar as plantas" })]), GeminiAnswer.Say("Mais alguma?"));
        await person.SayAsync($"{words} cria uma tarefa");

        await host.RestartAsync();
        var again = models.Gemini.Script(GeminiAnswer.Say("Era regar as plantas."));
        var turn = await person.SayAsync($"{again} qual era?");

        Assert.Contains("Era regar as plantas.", turn.Text, StringComparison.Ordinal);
        var asked = Assert.Single(models.Gemini.Asked(again));
        Assert.Contains("thoughtSignature", asked.Text, StringComparison.Ordinal);
        Assert.Contains("functionCall", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Mais alguma?", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatLeftIsListedWithWhatTheTurnItselfSent()
    {
        var person = await models.Host.NewPersonAsync();
        await person.CallAsync("sharing.set_sharing", new { kind = "health", allowed = true }, door: Plugins.Doors.Web);
        await person.CallAsync("health.check_in", new { energy = 3 });
        var words = models.Gemini.Script(GeminiAnswer.Call(("health.list_check_ins", new { })), GeminiAnswer.Say("Três."));

        await person.SayAsync($"{words} como estive?");

        var held = await person.SeeAsync(db => db.Set<Data.ModelCalls.ModelCall>().OrderBy(call => call.Id).Select(call => call.Held).ToListAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("health", held[0]);
        Assert.Contains("health", held[1]);
        Assert.All(held, kinds => Assert.Contains("profile", kinds));
    }

    [Fact]
    public async Task ATurnThatIsStoppedLeavesTheModelAndTheBudgetAsTheyWere()
    {
        var person = await models.Host.NewPersonAsync();
        var words = models.Gemini.Script(_ => GeminiAnswer.Say("Vou ver. ") with { Hang = true });
        var turn = person.SayAsync($"{words} conta uma história");
        await Eventually.SeeAsync(() => Task.FromResult(models.Gemini.Asked(words).Count), count => count > 0);

        var id = await person.SeeAsync(db => db.Set<Turn>().Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(models.Host.Services.GetRequiredService<TurnRunner>().Cancel(id));

        Assert.Equal(TurnState.Cancelled, (await turn).State);
        var again = models.Gemini.Script(GeminiAnswer.Say("Aqui."));
        Assert.Equal("gemini", (await person.SayAsync($"{again} e agora?")).Planner);
        Assert.Equal(0, await person.SeeAsync(db => db.Set<Data.ModelCalls.ModelCall>().CountAsync(call => call.State == Data.ModelCalls.ModelCallState.Reserved)));
    }

    [Fact]
    public async Task TheModelSeesTheMomentTheDayAndTheGoalsAsData()
    {
        var person = await models.Host.NewPersonAsync();
        await person.CallAsync("profile.update_profile", new { name = "Bia", zone = "America/Sao_Paulo" });
        await person.CallAsync("tasks.create_task", new { title = "levar o carro", due = "2026-11-23T17:00" });
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-24T15:00" });
        await person.CallAsync("reminders.set_reminder", new { text = "tomar água", at = "2026-11-23T18:00" });
        await person.CallAsync("profile.set_goal", new { title = "correr 10 km" });
        var words = models.Gemini.Script(GeminiAnswer.Say("Oi, Bia."));

        await person.SayAsync($"{words} oi");

        var asked = Assert.Single(models.Gemini.Asked(words));
        Assert.Contains("Bia", asked.System, StringComparison.Ordinal);
        Assert.All(
            new[] { "2026-11-23T09:00", "levar o carro", "2026-11-24T15:00 dentista", "tomar água", "correr 10 km" },
            known => Assert.Contains(known, asked.Said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OnlyPluginsThatCanMatterAreOfferedAndTheOthersAreReached()
    {
        var words = models.Gemini.Script(
            GeminiAnswer.Call(("tools_open", new { groups = new[] { "calendar" } })), GeminiAnswer.Call(("calendar.list_events", new { })), GeminiAnswer.Say("Nada."));
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync($"{words} anota isso");

        var asked = models.Gemini.Asked(words);
        Assert.Contains("notes_save_note", asked[0].Offered);
        Assert.Contains("tools_open", asked[0].Offered);
        Assert.DoesNotContain("calendar_list_events", asked[0].Offered);
        Assert.Contains("calendar_list_events", asked[1].Offered);
        Assert.Equal("calendar.list_events", Assert.Single(turn.Receipts).Function);
    }

    [Fact]
    public async Task ASecretLeavesAsAStandInAndIsKeptAsItIs()
    {
        var words = models.Gemini.Script(asked => asked.Round == 0
            ? GeminiAnswer.Call(("notes.save_note", new { text = "CPF ⟦cpf-1⟧" }))
            : GeminiAnswer.Say("Guardei o CPF ⟦cp", "f-1⟧ na nota."));
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync($"{words} anota meu CPF 529.982.247-25");

        Assert.All(models.Gemini.Asked(words), asked => Assert.DoesNotContain("529.982.247-25", asked.Text, StringComparison.Ordinal));
        Assert.Contains("CPF 529.982.247-25", Assert.Single(turn.Receipts).Arguments.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Guardei o CPF 529.982.247-25 na nota.", turn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACommandNeedsNoModel()
    {
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync("/tarefas");

        Assert.Equal("offline", turn.Planner);
        Assert.Equal("tasks.list_tasks", Assert.Single(turn.Receipts).Function);
    }

    [Fact]
    public async Task ASameCallInALaterRoundRunsOnceAndAModelThatRepeatsItselfIsStopped()
    {
        var call = GeminiAnswer.Call(("tasks.create_task", new { title = "uma vez só" }));
        var words = models.Gemini.Script(asked => Ends(asked) ? GeminiAnswer.Say("Fim.") : call);
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync($"{words} cria");

        Assert.Equal(1, await person.SeeAsync(db => db.Tasks.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(3, models.Gemini.Asked(words).Count);
        Assert.EndsWith("Fim.", turn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelThatNeverStopsCallingIsStoppedInTheEighthRound()
    {
        var count = 0;
        var words = models.Gemini.Script(asked => Ends(asked)
            ? GeminiAnswer.Say("Fim.")
            : GeminiAnswer.Call(("tasks.create_task", new { title = $"tarefa {count++}" })));
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync($"{words} cria sem parar");

        Assert.Equal(7, await person.SeeAsync(db => db.Tasks.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(8, models.Gemini.Asked(words).Count);
        Assert.EndsWith("Fim.", turn.Text, StringComparison.Ordinal);
    }

    /// <summary>Whether the request lets nothing be called any more.</summary>
    private static bool Ends(GeminiAsked asked) => asked.Body.TryGetProperty("toolConfig", out var config)
        && config.GetProperty("functionCallingConfig").GetProperty("mode") is { ValueKind: JsonValueKind.String } mode && mode.GetString() == "NONE";
}
