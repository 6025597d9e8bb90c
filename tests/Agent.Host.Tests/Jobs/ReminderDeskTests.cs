using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Agent.Host.Tests.Jobs.Ringing;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>What is due is told: once, where it was asked for, and with the truth about how late it is.</summary>
public sealed class ReminderDeskTests(JobsHost own) : IClassFixture<JobsHost>
{
    private readonly TestHost _host = own.Host;

    [Fact, Trait("Shows", "telegram:4")]
    public async Task ItIsToldWithinItsMinuteInTheChatThatMadeIt()
    {
        var person = await own.NewPersonAsync(101, 102);
        var chat = await person.TalksInAsync("102");
        var id = await person.RemindAsync("remédio", "2026-11-23T14:00", conversation: chat);

        await _host.RingAsync(At("2026-11-23T13:59:59"));
        Assert.Empty(await person.OutboxAsync());
        await _host.RingAsync(At("2026-11-23T14:00:08"));

        var message = Assert.Single(await person.OutboxAsync());
        Assert.Equal((OutboxKind.Reminder, "telegram", "102", DeliveryState.Waiting), (message.Kind, message.Channel, message.Chat, message.State));
        Assert.Equal(["⏰ remédio · 14:00"], await person.SendAllAsync(At("2026-11-23T14:00:09")));
        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal((id, DeliveryEnd.OnTime, 0), (telling.ReminderId, telling.End, telling.MinutesLate));
        Assert.NotNull(telling.ToldAt);
        Assert.Null(await person.NextLookAsync(id));
        await _host.RingAsync(At("2026-11-23T14:01"));
        Assert.Single(await person.OutboxAsync());
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhatComesLateSaysSo()
    {
        var person = await own.NewPersonAsync(111);
        await person.RemindAsync("remédio", "2026-11-23T14:00");

        await _host.RingAsync(At("2026-11-23T14:25:59"));

        Assert.Equal(["⏰ remédio · 14:00 (atrasado 25 min)"], await person.SendAllAsync(At("2026-11-23T14:25:59")));
        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal((DeliveryEnd.Late, 25), (telling.End, telling.MinutesLate));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task AMessageThatWaitedForItsChannelIsLateByWhatItWaited()
    {
        var person = await own.NewPersonAsync(112);
        await person.RemindAsync("remédio", "2026-11-23T14:00");
        await _host.RingAsync(At("2026-11-23T14:00"));

        Assert.Equal(["⏰ remédio · 14:00 (atrasado 3 h)"], await person.SendAllAsync(At("2026-11-23T17:00")));

        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal((DeliveryEnd.Late, 180), (telling.End, telling.MinutesLate));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task AfterAnOutageWhatIsOverdueComesAsOneMessage()
    {
        var person = await own.NewPersonAsync(121, 122);
        var (one, other) = (await person.TalksInAsync("121"), await person.TalksInAsync("122"));
        await person.RemindAsync("remédio", "2026-11-23T14:00", conversation: one);
        await person.RemindAsync("dentista", "2026-11-24T10:00", conversation: other);
        var daily = await person.RemindAsync("água", "2026-11-23T15:00", "FREQ=DAILY", conversation: one);

        await _host.RingAsync(At("2026-11-25T16:00"));

        var message = Assert.Single(await person.OutboxAsync());
        Assert.Equal("121", message.Chat);
        Assert.Equal(
            ["⏰ 3 lembretes:\n• remédio · seg 23/11 14:00 (atrasado 2 dias)\n• dentista · ontem, ter 24/11 10:00 (atrasado 30 h)\n• água · 15:00 (atrasado 60 min)"],
            await person.SendAllAsync(At("2026-11-25T16:00")));
        Assert.Equal([DeliveryEnd.Skipped, DeliveryEnd.Skipped, DeliveryEnd.Late], (await person.TellingsAsync()).Where(row => row.ReminderId == daily).Select(row => row.End));
        Assert.Equal(At("2026-11-26T15:00"), await person.NextLookAsync(daily));
    }

    [Fact]
    public async Task WhoHasNoChatIsToldOnTheWeb()
    {
        var person = await own.NewPersonAsync();
        await person.RemindAsync("remédio", "2026-11-23T14:00");

        await _host.RingAsync(At("2026-11-23T14:00"));

        var message = Assert.Single(await person.OutboxAsync());
        Assert.Equal(("web", "main", DeliveryState.Ready), (message.Channel, message.Chat, message.State));
        Assert.Equal(DeliveryEnd.OnTime, Assert.Single(await person.TellingsAsync()).End);
        Assert.Equal("⏰ remédio · 14:00", await person.WordsAsync(message, At("2026-11-23T18:00")));
    }

    [Fact]
    public async Task AChatThatBlockedTheBotIsNotTried()
    {
        var person = await own.NewPersonAsync(131);
        await _host.PairAsync(person, 132, blocked: true);
        var chat = await person.TalksInAsync("132");
        await person.RemindAsync("remédio", "2026-11-23T14:00", conversation: chat);

        await _host.RingAsync(At("2026-11-23T14:00"));

        Assert.Equal("131", Assert.Single(await person.OutboxAsync()).Chat);
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhatAChannelRefusesIsToldByAnotherWayAndAtLastOnTheWeb()
    {
        var person = await own.NewPersonAsync(141, 142);
        await person.RemindAsync("remédio", "2026-11-23T14:00");
        await _host.RingAsync(At("2026-11-23T14:00"));

        var said = await person.SendAllAsync(At("2026-11-23T14:00"), _ => false);

        Assert.Equal(["141", "142", "main"], (await person.OutboxAsync()).Select(row => row.Chat));
        Assert.Equal("⏰ remédio · 14:00\nNão consegui avisar por onde costumo; por isso está aqui.", said[1]);
        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal(DeliveryEnd.Failed, telling.End);
        Assert.NotNull(telling.ToldAt);
    }

    [Fact]
    public async Task TheOtherWayThatCameIsTheEnd()
    {
        var person = await own.NewPersonAsync(151, 152);
        await person.RemindAsync("remédio", "2026-11-23T14:00");
        await _host.RingAsync(At("2026-11-23T14:00"));

        await person.SendAllAsync(At("2026-11-23T14:00"), message => message.Chat == "152");

        Assert.Equal(["151", "152"], (await person.OutboxAsync()).Select(row => row.Chat));
        var telling = Assert.Single(await person.TellingsAsync());
        Assert.Equal((DeliveryEnd.Failed, At("2026-11-23T14:00").ToDateTimeOffset()), (telling.End, telling.ToldAt));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task TwoProcessesThatClaimAtOnceTellEachOnce()
    {
        var people = new List<TestPerson>();
        for (var count = 0; count < 4; count++)
        {
            people.Add(await own.NewPersonAsync(200 + count));
            for (var reminder = 0; reminder < 5; reminder++)
            {
                await people[^1].RemindAsync($"coisa {reminder}", "2026-11-23T14:00", reminder % 2 == 0 ? "FREQ=DAILY" : null);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _host.RingAsync(At("2026-11-23T14:00"))));

        foreach (var person in people)
        {
            Assert.Equal(5, (await person.TellingsAsync()).Count);
            Assert.Single(await person.OutboxAsync());
        }
    }

    [Fact]
    public async Task WhatWasTickedOffOnTheWayIsNotSaid()
    {
        var person = await own.NewPersonAsync(161);
        await person.RemindAsync("remédio", "2026-11-23T14:00");
        await person.RemindAsync("água", "2026-11-23T14:00");
        await person.RemindAsync("pão", "2026-11-23T14:00");
        await _host.RingAsync(At("2026-11-23T14:00"));
        await person.CallAsync("reminders.complete_reminder", new { reminder = "remédio" });
        await person.CallAsync("reminders.cancel_reminder", new { reminder = "pão" });

        Assert.Equal(["⏰ água · 14:00"], await person.SendAllAsync(At("2026-11-23T14:00:30")));

        Assert.Equal([DeliveryEnd.OnTime, DeliveryEnd.Skipped, DeliveryEnd.Skipped], (await person.TellingsAsync()).Select(row => row.End).Order());
    }

    [Fact]
    public async Task EnglishIsSpokenToWhoSpeaksIt()
    {
        var person = await own.NewPersonAsync(171);
        await person.CallAsync("assistant.set_language", new { language = "en" });
        await person.RemindAsync("pills", "2026-11-23T14:00");

        await _host.RingAsync(At("2026-11-23T14:05"));

        Assert.Equal(["⏰ pills · 14:00 (5 min late)"], await person.SendAllAsync(At("2026-11-23T14:05")));
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task WhatBecameDueSinceABackupIsToldAsAPossibleRepeatWhenItIsRestored()
    {
        var person = await own.NewPersonAsync(181);
        await person.RemindAsync("remédio", "2026-11-23T14:00");
        await person.RemindAsync("água", "2026-11-23T15:00");
        var later = await person.RemindAsync("pão", "2026-11-23T18:00");
        await _host.RingAsync(At("2026-11-23T14:00"));

        // In the backup the first was on its way, and the second still to come.
        _host.Clock.Now = At("2026-11-23T16:00").ToDateTimeOffset();
        await person.InScopeAsync(async services =>
        {
            await services.GetRequiredService<AfterRestore>().SettleAsync(At("2026-11-23T14:00").ToDateTimeOffset(), [], CancellationToken.None);
            return true;
        });
        await _host.RingAsync(At("2026-11-23T16:00"));

        var messages = await person.OutboxAsync();
        Assert.Equal([(DeliveryState.Failed, false), (DeliveryState.Waiting, true)], messages.Select(row => (row.State, row.PossibleRepeat)));
        Assert.Equal(["⏰ 2 lembretes:\n• remédio · 14:00 (atrasado 2 h)\n• água · 15:00 (atrasado 60 min)"], await person.SendAllAsync(At("2026-11-23T16:00")));
        await _host.RingAsync(At("2026-11-23T18:00"));
        Assert.False((await person.OutboxAsync())[^1].PossibleRepeat);
        Assert.Null(await person.NextLookAsync(later));
    }

    [Fact]
    public async Task AForgottenThingIsGoneFromTheBriefThatNamedIt()
    {
        var person = await own.NewPersonAsync(191);
        await person.CallAsync("assistant.set_morning_brief", new { at = "07:30" });
        await person.CallAsync("notes.save_note", new { text = "segredo do cofre" });
        var note = await person.SeeAsync(db => db.Set<Note>().SingleAsync());
        await person.SeeAsync(db => db.Database.ExecuteSqlAsync(
            $"insert into outbox_messages (user_id, id, kind, channel, chat, text, state) values ({person.Id}, gen_random_uuid(), 'notice', 'web', 'main', 'Bom dia! segredo do cofre', 'ready')"));

        await person.SeeAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var forgetting = new TbPersonalOs.Data.Forgetting(db);
            await forgetting.ApplyAsync(await forgetting.GatherAsync("note", note.Id, CancellationToken.None), null, null, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });

        Assert.Equal("", Assert.Single(await person.OutboxAsync()).Text);
    }
}
