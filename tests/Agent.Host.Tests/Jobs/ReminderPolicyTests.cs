using NodaTime;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Reminders;
using static TbPersonalOs.Agent.Host.Tests.Jobs.Ringing;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>Quiet hours, insisting, and whatever moves a reminder's time under the job's feet.</summary>
public sealed class ReminderPolicyTests(JobsHost own) : IClassFixture<JobsHost>
{
    private readonly TestHost _host = own.Host;

    [Fact, Trait("Shows", "telegram:4")]
    public async Task AnHourThatThePersonNamedIsNeverQuiet()
    {
        var person = await own.NewPersonAsync();
        await person.RemindAsync("remédio", "2026-11-23T23:30");

        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-23T23:30:05")));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhatWouldRingLateInTheNightWaitsForItsEnd()
    {
        var person = await own.NewPersonAsync();
        var id = await person.RemindAsync("remédio", "2026-11-23T21:00");

        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-24T03:00")));
        Assert.Equal(At("2026-11-24T07:00"), await person.NextLookAsync(id));
        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-24T06:59:59")));
        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-24T07:00")));

        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal((DeliveryEnd.Late, 600), (telling.End, telling.MinutesLate));
    }

    [Fact]
    public async Task WhoWantsToBeWokenAtFiveIsWokenALittleLate()
    {
        var person = await own.NewPersonAsync();
        await person.RemindAsync("acordar", "2026-11-24T05:00");

        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-24T05:03")));
    }

    [Fact]
    public async Task WithoutQuietHoursNothingWaits()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_quiet_hours", new { from = "00:00", to = "00:00" });
        await person.RemindAsync("remédio", "2026-11-23T21:00");

        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-24T03:00")));
    }

    [Fact]
    public async Task QuietHoursMayLieWithinOneDay()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_quiet_hours", new { from = "13:00", to = "15:00" });
        await person.RemindAsync("remédio", "2026-11-23T12:00");

        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T14:00")));
        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-23T15:00")));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task OneThatInsistsComesAgainUntilItIsTickedOff()
    {
        var person = await own.NewPersonAsync();
        var id = await person.RemindAsync("remédio", "2026-11-23T14:00", untilDone: true);

        foreach (var minute in new[] { 0, 10, 20 })
        {
            Assert.Equal(1, await _host.RingAsync(person, At("2026-11-23T14:00") + Duration.FromMinutes(minute)));
            Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T14:00") + Duration.FromMinutes(minute + 9)));
        }

        await person.CallAsync("reminders.complete_reminder", new { reminder = id.ToString() });
        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T15:00")));
        Assert.Equal([(0, DeliveryEnd.OnTime), (1, DeliveryEnd.OnTime), (2, DeliveryEnd.OnTime)], (await person.TellingsAsync()).Select(row => (row.Repetition, row.End)));
    }

    [Fact]
    public async Task AfterTwelveTimesItGivesUp()
    {
        var person = await own.NewPersonAsync();
        var id = await person.RemindAsync("remédio", "2026-11-23T14:00", untilDone: true);

        for (var minute = 0; minute <= 180; minute += 10)
        {
            await _host.RingAsync(person, At("2026-11-23T14:00") + Duration.FromMinutes(minute));
        }

        Assert.Equal(13, (await person.TellingsAsync()).Count);
        Assert.Null(await person.NextLookAsync(id));
    }

    [Fact]
    public async Task TheNextTimeOfOneThatInsistsTakesOver()
    {
        var person = await own.NewPersonAsync();
        var id = await person.RemindAsync("remédio", "2026-11-23T14:00", "FREQ=DAILY", untilDone: true);
        await _host.RingAsync(person, At("2026-11-23T14:00"));

        await _host.RingAsync(person, At("2026-11-24T14:00"));

        Assert.Equal([(At("2026-11-23T14:00"), 0), (At("2026-11-24T14:00"), 0)], (await person.TellingsAsync()).Select(row => (Instant.FromDateTimeOffset(row.DueAt), row.Repetition)));
        Assert.Equal(At("2026-11-24T14:10"), await person.NextLookAsync(id));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhatIsPutOffRingsAtItsNewTimeAndUndoDoesNotRingTheOldOneAgain()
    {
        var person = await own.NewPersonAsync();
        var id = await person.RemindAsync("remédio", "2026-11-23T14:00");
        await _host.RingAsync(person, At("2026-11-23T14:00"));

        var snoozed = await person.CallAsync("reminders.snooze_reminder", new { reminder = id.ToString(), until = "2026-11-23T14:10" });
        Assert.Equal(At("2026-11-23T14:10"), await person.NextLookAsync(id));
        await person.UndoAsync(snoozed);
        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T14:10")));
        Assert.Null(await person.NextLookAsync(id));

        await person.CallAsync("reminders.snooze_reminder", new { reminder = id.ToString(), until = "2026-11-23T14:20" });
        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-23T14:20")));
        Assert.Equal(2, (await person.TellingsAsync()).Count);
    }

    [Fact]
    public async Task UndoingBringsBackWhatWasTickedOffOrCancelled()
    {
        var person = await own.NewPersonAsync();
        var (one, other) = (await person.RemindAsync("remédio", "2026-11-23T14:00"), await person.RemindAsync("água", "2026-11-23T14:00", "FREQ=DAILY"));

        var done = await person.CallAsync("reminders.complete_reminder", new { reminder = one.ToString() });
        var cancelled = await person.CallAsync("reminders.cancel_reminder", new { reminder = other.ToString() });
        Assert.Equal((null, null), (await person.NextLookAsync(one), await person.NextLookAsync(other)));
        await person.UndoAsync(done);
        await person.UndoAsync(cancelled);

        Assert.Equal(2, await _host.RingAsync(person, At("2026-11-23T14:00")));
        Assert.Equal(At("2026-11-24T14:00"), await person.NextLookAsync(other));
    }

    [Fact]
    public async Task UndoingTheSettingSilencesIt()
    {
        var person = await own.NewPersonAsync();
        var set = await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-23T14:00" });

        await person.UndoAsync(set);

        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T14:00")));
    }

    [Fact]
    public async Task TheReminderItselfIsNotTouchedByBeingTold()
    {
        var person = await own.NewPersonAsync();
        var set = await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-23T14:00", repeat = "FREQ=DAILY" });
        await _host.RingAsync(person, At("2026-11-25T14:00"));

        await person.UndoAsync(set);

        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-26T14:00")));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhoMovesToAnotherZoneIsToldAtTheirHourThere()
    {
        var person = await own.NewPersonAsync();
        var daily = await person.RemindAsync("água", "2026-11-23T14:00", "FREQ=DAILY");
        var once = await person.RemindAsync("dentista", "2026-11-25T10:00");
        await _host.RingAsync(person, At("2026-11-23T14:00"));

        var moved = await person.CallAsync("profile.update_profile", new { zone = "Europe/Lisbon" });
        await _host.RingAsync(person, At("2026-11-23T15:00"));
        Assert.Equal(At("2026-11-24T14:00", "Europe/Lisbon"), await person.NextLookAsync(daily));
        Assert.Equal(At("2026-11-25T10:00", "Europe/Lisbon"), await person.NextLookAsync(once));

        await person.UndoAsync(moved);
        await _host.RingAsync(person, At("2026-11-23T15:01"));
        Assert.Equal(At("2026-11-24T14:00"), await person.NextLookAsync(daily));
        Assert.Equal(At("2026-11-25T10:00"), await person.NextLookAsync(once));
    }

    [Fact]
    public async Task AClockThatIsPutBackTellsNothingTwice()
    {
        var person = await own.NewPersonAsync();
        await person.RemindAsync("água", "2026-11-23T14:00", "FREQ=DAILY");
        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-24T14:00")));

        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-23T14:00")));
        Assert.Equal(0, await _host.RingAsync(person, At("2026-11-24T14:00")));
        Assert.Equal(1, await _host.RingAsync(person, At("2026-11-25T14:00")));
    }
}
