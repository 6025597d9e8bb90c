using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>An hour or a day that can mean two is told with the other one, and saying that one corrects it.</summary>
public sealed class OtherReadingTests(TestHost host)
{
    [Theory]
    [InlineData("pt-BR", "reunião com a Ana amanhã às 5", "17:00", "era 05:00", "2026-11-24T05:00")]
    [InlineData("en", "schedule lunch with Ana next friday at 1pm", "04/12", "I meant 27/11", "2026-11-27T13:00")]
    public async Task TheOtherOneIsOfferedAndSayingItMovesTheEvent(string language, string words, string taken, string other, string moved)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("assistant.set_language", new { language });

        var turn = await person.SayAsync(words);

        Assert.Equal(other, turn.Receipts.Single().Other);
        Assert.Contains(taken, turn.Reply, StringComparison.Ordinal);
        Assert.EndsWith($" · [{other}]", turn.Reply, StringComparison.Ordinal);

        var corrected = await person.SayAsync(other);

        Assert.Equal("calendar.update_event", corrected.Receipts.Single().Function);
        Assert.Equal(moved, (await person.SeeAsync(db => db.Events.SingleAsync())).Start.Local.ToString("yyyy-MM-dd'T'HH:mm", null));
    }

    [Theory]
    [InlineData("reunião com a Ana amanhã às 17h")]
    [InlineData("reunião com a Ana amanhã às 5 da tarde")]
    [InlineData("me lembra em 20 minutos de tirar o bolo")]
    [InlineData("me lembra hoje às 5 de ligar pro Rui")]
    [InlineData("minha meta é ler 3 livros até sexta que vem")]
    public async Task WhatWasSaidPlainlyOrCannotBeMeantOrMovedHasNoOther(string words)
    {
        var person = await host.NewPersonAsync();

        Assert.Null((await person.SayAsync(words)).Receipts.Single().Other);
    }

    [Fact]
    public async Task OnlyTheLastDeedOfAMessageIsOfferedAsACorrectionIsOfThatOne()
    {
        var person = await host.NewPersonAsync();

        var turn = await person.SayAsync("reunião com a Ana amanhã às 5 e me lembra quinta às 3 de ligar pro Rui");

        Assert.Equal([null, "era 03:00"], turn.Receipts.Select(receipt => receipt.Other));
    }

    [Fact]
    public async Task ARepeatedReminderIsCorrectedForGood()
    {
        var person = await host.NewPersonAsync();

        Assert.Equal("era 24/11 05:00", (await person.SayAsync("me lembra todo dia às 5 de tomar o remédio")).Receipts.Single().Other);
        await person.SayAsync("era 24/11 05:00");

        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal(("tomar o remédio", "FREQ=DAILY", 5), (reminder.Text, reminder.Repeat, reminder.Due.Local.Hour));
    }
}
