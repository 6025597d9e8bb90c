using System.Collections.Concurrent;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>On the free tier requests are scarce: few are made, none is wasted, and its end is told once.</summary>
public sealed class FreeTierTests
{
    private const string Unsure = "o que você acha do meu jeito de organizar a semana?";

    [Fact]
    [Trait("Shows", "gemini:4")]
    public async Task AHundredTurnsAtOnceMakeTenRequestsWhereTenAreAllowed()
    {
        await using var models = await FreeAsync(10);
        models.Gemini.Otherwise = _ => GeminiAnswer.Say("Acho bom.");
        var people = new List<TestPerson>();
        for (var count = 0; count < 100; count++)
        {
            people.Add(await models.Host.NewPersonAsync());
        }

        var turns = await Task.WhenAll(people.Select(person => Task.Run(() => person.SayAsync(Unsure))));

        Assert.Equal(10, models.Gemini.Journal.Count);
        Assert.Equal(10, turns.Count(turn => turn.Planner == "gemini"));
        Assert.All(turns, turn => Assert.Equal(TurnState.Done, turn.State));
        Assert.All(turns, turn => Assert.NotEmpty(turn.Reply!));
        Assert.Single(turns, turn => turn.Text.Contains("grátis de hoje ao Gemini acabaram", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Shows", "gemini:4")]
    public async Task AfterADailyQuotaNobodyAsksUntilMidnightInCalifornia()
    {
        await using var models = await FreeAsync(200);
        var asked = 0;
        models.Gemini.Otherwise = _ => Interlocked.Increment(ref asked) > 20 ? GeminiAnswer.DayIsOver() : GeminiAnswer.Say("Acho bom.");
        var person = await models.Host.NewPersonAsync();
        await person.CallAsync("profile.update_profile", new { zone = "America/Sao_Paulo" });
        var turns = new ConcurrentBag<TurnView>();
        for (var count = 0; count < 100; count++)
        {
            turns.Add(await person.SayAsync(Unsure));
        }

        Assert.InRange(models.Gemini.Journal.Count, 20, 21);
        Assert.Equal(20, turns.Count(turn => turn.Planner == "gemini"));
        Assert.Single(turns, turn => turn.Text.Contains(
            "A cota grátis do Gemini acabou; volta às 05:00. Até lá cuido de tarefas, lembretes e notas.", StringComparison.Ordinal));

        models.Host.Clock.Now += TimeSpan.FromHours(21);
        models.Gemini.Otherwise = _ => GeminiAnswer.Say("De volta.");
        Assert.Equal("De volta.", (await person.SayAsync(Unsure)).Text);
    }

    [Fact]
    [Trait("Shows", "gemini:4")]
    public async Task AnIdleWeekMakesNoRequest()
    {
        await using var models = await FreeAsync(200);
        var person = await models.Host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "regar", at = "2026-11-24T09:00" });
        await person.CallAsync("tasks.create_task", new { title = "ler", due = "2026-11-25" });
        for (var hours = 0; hours < 7 * 24; hours++)
        {
            models.Host.Clock.Now += TimeSpan.FromHours(1);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Empty(models.Gemini.Journal);
    }

    [Fact]
    public async Task WhatTheOfflinePlannerIsSureOfStaysAtHome()
    {
        await using var models = await FreeAsync(200);
        var person = await models.Host.NewPersonAsync();

        var turn = await person.SayAsync("preciso pagar o aluguel amanhã e me lembra às 9h de ligar pra dentista");

        Assert.Equal("offline", turn.Planner);
        Assert.Equal(2, turn.Receipts.Count);
        Assert.Empty(models.Gemini.Journal);
    }

    private static async Task<FreeHost> FreeAsync(int requests)
    {
        var host = new FreeHost(requests);
        await host.InitializeAsync();
        return host;
    }

    private sealed class FreeHost(int requests) : ModelHost
    {
        protected override Dictionary<string, string?> Settings { get; } = new() { ["Gemini:Tier"] = "free", ["Gemini:RequestsPerDay"] = $"{requests}" };
    }
}
