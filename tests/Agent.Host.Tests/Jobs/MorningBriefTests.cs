using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Agent.Host.Tests.Jobs.Ringing;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>The day, told in the morning to who wants it.</summary>
public sealed class MorningBriefTests(JobsHost own) : IClassFixture<JobsHost>
{
    private readonly TestHost _host = own.Host;

    [Fact, Trait("Shows", "telegram:4")]
    public async Task IsToldOnceADayAtItsHour()
    {
        var person = await own.NewPersonAsync(301);
        await person.CallAsync("assistant.set_morning_brief", new { at = "7:30" });
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-11-24" });
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-24T14:00" });
        Assert.Equal(0, await RingAsync(person, At("2026-11-23T09:01")));

        Assert.Equal(0, await RingAsync(person, At("2026-11-24T07:29")));
        Assert.Equal(1, await RingAsync(person, At("2026-11-24T07:30")));
        Assert.Equal(0, await RingAsync(person, At("2026-11-24T07:31")));

        var message = Assert.Single(await person.OutboxAsync());
        Assert.Equal((OutboxKind.Notice, "telegram", "301"), (message.Kind, message.Channel, message.Chat));
        Assert.Equal(
            """
            Bom dia! Hoje, ter 24/11
            Agenda:
            • 14:00–15:00 dentista
            Tarefas:
            • pagar o aluguel
            """,
            message.Text);
    }

    [Fact]
    public async Task IsOffUntilItIsWantedAndOffAgainWhenUndone()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-11-24" });
        Assert.Equal(0, await RingAsync(person, At("2026-11-24T07:30")));

        var set = await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await person.UndoAsync(set);
        Assert.Equal(0, await RingAsync(person, At("2026-11-25T07:30")));
    }

    [Fact]
    public async Task SaysNothingWhereThereIsNothing()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await RingAsync(person, At("2026-11-23T09:01"));

        Assert.Equal(0, await RingAsync(person, At("2026-11-24T07:30")));
        Assert.Empty(await person.OutboxAsync());
    }

    [Fact]
    public async Task IsOneOfThreeThatMayComeUnasked()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-11-23" });
        await RingAsync(person, At("2026-11-23T09:01"));
        await RingAsync(person, At("2026-11-24T07:30"));
        Assert.Equal(new DateOnly(2026, 11, 24), (await person.SeeAsync(db => db.Set<UnaskedMessage>().SingleAsync())).Day);
        for (var count = 0; count < UnaskedMessage.MostADay; count++)
        {
            await person.SeeAsync(db => db.Database.ExecuteSqlAsync(
                $"insert into unasked_messages (user_id, id, day, kind, message_id) values ({person.Id}, gen_random_uuid(), '2026-11-25', {"another" + count}, gen_random_uuid())"));
        }

        Assert.Equal(0, await RingAsync(person, At("2026-11-25T07:30")));
        Assert.Equal(1, await RingAsync(person, At("2026-11-26T07:30")));
    }

    [Fact]
    public async Task ComesLateInAMorningButNotInTheAfternoon()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-11-23" });
        await RingAsync(person, At("2026-11-23T09:01"));

        Assert.Equal(1, await RingAsync(person, At("2026-11-24T10:00")));
        Assert.Equal(0, await RingAsync(person, At("2026-11-25T16:00")));
        Assert.Equal(1, await RingAsync(person, At("2026-11-26T07:30")));
    }

    [Fact]
    public async Task FollowsThePersonIntoAnotherZone()
    {
        var person = await own.NewPersonAsync();
        await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-11-23" });
        await person.CallAsync("profile.update_profile", new { zone = "Europe/Lisbon" });
        await RingAsync(person, At("2026-11-23T09:01"));

        Assert.Equal(1, await RingAsync(person, At("2026-11-24T07:30", "Europe/Lisbon")));
        Assert.Equal(0, await RingAsync(person, At("2026-11-24T07:30")));
    }

    /// <summary>How many messages this person got by it.</summary>
    private async Task<int> RingAsync(TestPerson person, Instant now)
    {
        _host.Clock.Now = now.ToDateTimeOffset();
        var before = (await person.OutboxAsync()).Count;
        await using var scope = _host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BriefDesk>().TellDueAsync(now);
        return (await person.OutboxAsync()).Count - before;
    }
}
