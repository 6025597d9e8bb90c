using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Plugins.Tests.Reminders;

public sealed class RemindersTests(TestHost host)
{
    [Fact]
    public async Task ADayWithoutAnHourIsRemindedAtNine()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Lembrete: ligar pra dentista · amanhã, ter 24/11 09:00 (São Paulo)",
            await person.TextAsync("reminders.set_reminder", new { text = "ligar pra dentista", at = "2026-11-24" }));
        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), true, ReminderStatus.Pending), (reminder.Due.At, reminder.Due.Floats, reminder.Status));
    }

    [Theory]
    [InlineData("2026-11-23T08:57", "Hoje, seg 23/11 08:57 (São Paulo) já passou. Para quando fica?")]
    [InlineData("2026-11-22", "Ontem, dom 22/11 09:00 (São Paulo) já passou. Para quando fica?")]
    public async Task ATimeThatHasPassedIsRefusedInWords(string at, string words)
    {
        var person = await host.NewPersonAsync();
        var error = await person.FailAsync("reminders.set_reminder", new { text = "x", at });
        Assert.Equal((ErrorCode.Invalid, "at", words), (error.Code, error.Parameter, error.Message));
        Assert.Equal(0, await person.SeeAsync(db => db.Reminders.CountAsync()));
    }

    [Fact]
    public async Task WhatPassedWhileSwitchedOffIsOffered()
    {
        var person = await host.NewPersonAsync();
        var asked = await person.SayAsync("me lembra daqui a 20 minutos de tirar o bolo", saidAt: host.Clock.Now.AddHours(-10));
        Assert.Equal("Você pediu às 23:00; eu estava desligado. Lembro agora?", asked.Question);
        Assert.Equal(0, await person.SeeAsync(db => db.Reminders.CountAsync()));
    }

    [Fact]
    public async Task AYesTakesTheOfferUp()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("me lembra daqui a 10 minutos de tirar o bolo", saidAt: host.Clock.Now.AddMinutes(-20));
        var told = await person.SayAsync("sim");
        Assert.Equal("Lembrete: tirar o bolo · hoje, seg 23/11 09:00 (São Paulo)", told.Reply);
    }

    [Fact]
    public async Task ARecurringOneGoesOnWhenItIsTickedOff()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Lembrete: beber água · hoje, seg 23/11 14:00 (São Paulo) · todo dia",
            await person.TextAsync("reminders.set_reminder", new { text = "beber água", at = "2026-11-23T14:00", repeat = "FREQ=DAILY" }));
        Assert.Equal(
            "Lembrete feito: beber água · próxima vez: amanhã, ter 24/11 14:00 (São Paulo)",
            await person.TextAsync("reminders.complete_reminder", new { reminder = "água" }));

        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((new DateTime(2026, 11, 23, 14, 0, 0), ReminderStatus.Pending), (reminder.Anchor, reminder.Status));
    }

    [Fact]
    public async Task ASnoozedRecurringOneComesBackToItsHour()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-23T14:00", repeat = "FREQ=DAILY" });
        Assert.Equal(
            "Lembrete adiado: remédio · hoje, seg 23/11 20:00 (São Paulo) · todo dia",
            await person.TextAsync("reminders.snooze_reminder", new { reminder = "remédio", until = "2026-11-23T20:00" }));
        Assert.Equal(
            "Lembrete feito: remédio · próxima vez: amanhã, ter 24/11 14:00 (São Paulo)",
            await person.TextAsync("reminders.complete_reminder", new { reminder = "remédio" }));
    }

    [Fact]
    public async Task TheLastOfASeriesEndsIt()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "colírio", at = "2026-11-23T14:00", repeat = "FREQ=DAILY;COUNT=1" });
        Assert.Equal("Lembrete feito: colírio", await person.TextAsync("reminders.complete_reminder", new { reminder = "colírio" }));
        Assert.Equal(ReminderStatus.Done, (await person.SeeAsync(db => db.Reminders.SingleAsync())).Status);
    }

    [Theory]
    [InlineData("2026-11-23T08:00", "FREQ=DAILY", "amanhã, ter 24/11 08:00 (São Paulo) · todo dia")] // today's has passed
    [InlineData("2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=FR", "sex 27/11 08:00 (São Paulo) · toda semana, sex")] // a Tuesday is no Friday
    public async Task ARecurringOneStartsWithItsFirstTimeToCome(string at, string repeat, string when)
    {
        var person = await host.NewPersonAsync();
        Assert.Equal($"Lembrete: x · {when}", await person.TextAsync("reminders.set_reminder", new { text = "x", at, repeat }));
    }

    [Theory]
    [InlineData("todo dia", ErrorCode.Invalid)]
    [InlineData("FREQ=MINUTELY", ErrorCode.Invalid)]
    [InlineData("FREQ=DAILY;UNTIL=20261101", ErrorCode.Invalid)]
    public async Task ARepetitionThatCannotBeIsRefused(string repeat, ErrorCode code)
    {
        var person = await host.NewPersonAsync();
        var error = await person.FailAsync("reminders.set_reminder", new { text = "x", at = "2026-11-24", repeat });
        Assert.Equal((code, "repeat"), (error.Code, error.Parameter));
    }

    [Fact]
    public async Task DueOnesComeFirstAndAreMarked()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "depois", at = "2026-11-25" });
        await person.CallAsync("reminders.set_reminder", new { text = "agora", at = "2026-11-23T09:00" });
        await person.CallAsync("reminders.set_reminder", new { text = "feito", at = "2026-11-24" });
        await person.CallAsync("reminders.complete_reminder", new { reminder = "feito" });

        Assert.Equal(
            "Lembretes:\n• agora · hoje, seg 23/11 09:00 (São Paulo) · vencido\n• depois · qua 25/11 09:00 (São Paulo)",
            await person.TextAsync("reminders.list_reminders"));
        Assert.Equal("Lembretes:\n• feito · amanhã, ter 24/11 09:00 (São Paulo) · feito", await person.TextAsync("reminders.list_reminders", new { status = "done" }));
        Assert.Equal("Lembretes:\n• depois · qua 25/11 09:00 (São Paulo)", await person.TextAsync("reminders.list_reminders", new { from = "2026-11-24", to = "2026-11-25" }));
    }

    [Fact]
    public async Task ACancelledOneIsGone()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "ligar", at = "2026-11-24" });
        Assert.Equal("Lembrete cancelado: ligar", await person.TextAsync("reminders.cancel_reminder", new { reminder = "ligar" }));
        Assert.Equal("Nenhum lembrete.", await person.TextAsync("reminders.list_reminders", new { status = "all" }));
    }

    [Fact]
    public async Task TwoAlikeAreToldApartByTheirTimes()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-24" });
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-25" });
        var error = await person.FailAsync("reminders.cancel_reminder", new { reminder = "remédio" });
        Assert.Equal(ErrorCode.Ambiguous, error.Code);
        Assert.Equal(
            ["remédio · amanhã, ter 24/11 09:00 (São Paulo)", "remédio · qua 25/11 09:00 (São Paulo)"],
            error.Candidates.Select(candidate => candidate.Text));
    }
}
