using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>What the tests of reminders have in common: a host of their own, whose clock they move, and a hand in the place of a channel.</summary>
internal static class Ringing
{
    public static readonly Instant Monday = TestHost.Monday.ToInstant();

    /// <summary>Moves people's time there and rings.</summary>
    public static async Task<int> RingAsync(this TestHost host, Instant now)
    {
        host.Clock.Now = now.ToDateTimeOffset();
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReminderDesk>().DeliverDueAsync(now);
    }

    /// <summary>Moves people's time there and rings. Returns how many tellings this person got by it.</summary>
    public static async Task<int> RingAsync(this TestHost host, TestPerson person, Instant now)
    {
        var before = (await person.TellingsAsync()).Count(row => row.End != DeliveryEnd.Skipped);
        await host.RingAsync(now);
        return (await person.TellingsAsync()).Count(row => row.End != DeliveryEnd.Skipped) - before;
    }

    /// <summary>An instant by a wall clock in São Paulo: <c>2026-11-23T14:00</c>.</summary>
    public static Instant At(string local, string zone = "America/Sao_Paulo") =>
        DateTimeZoneProviders.Tzdb[zone].AtLeniently(NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(local.Length == 16 ? local + ":00" : local).Value).ToInstant();

    /// <summary>The person has a chat, in which the bot is welcome.</summary>
    public static Task PairAsync(this TestHost host, TestPerson person, long chat, bool blocked = false) => host.Database.ExecuteAsync(
        "insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group, blocked_at) values (7, $1, $2, false, case when $3 then now() end)", chat, person.Id, blocked);

    /// <summary>Sets a reminder and returns its id.</summary>
    public static async Task<Guid> RemindAsync(this TestPerson person, string text, string at, string? repeat = null, bool untilDone = false, Guid? conversation = null)
    {
        var receipt = await person.CallAsync("reminders.set_reminder", new { text, at, repeat, untilDone });
        var id = receipt.Result!.Value.GetProperty("id").GetGuid();
        if (conversation is not null)
        {
            await person.SeeAsync(db => db.Reminders.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ConversationId, conversation)));
        }

        return id;
    }

    /// <summary>A conversation in a chat.</summary>
    public static Task<Guid> TalksInAsync(this TestPerson person, string chat, string channel = "telegram") => person.SeeAsync(async db =>
    {
        var conversation = new Conversation { Channel = channel, Chat = chat };
        db.Add(conversation);
        await db.SaveChangesAsync();
        return conversation.Id;
    });

    /// <summary>The messages that are on their way or came, the oldest first.</summary>
    public static Task<List<OutboxMessage>> OutboxAsync(this TestPerson person) => person.SeeAsync(db =>
        db.Set<OutboxMessage>().AsNoTracking().Where(row => row.TurnId == null).OrderBy(row => row.Id).ToListAsync());

    /// <summary>The tellings, by the time at which they were due.</summary>
    public static Task<List<ReminderDelivery>> TellingsAsync(this TestPerson person) => person.SeeAsync(db =>
        db.Set<ReminderDelivery>().AsNoTracking().OrderBy(row => row.DueAt).ThenBy(row => row.Repetition).ToListAsync());

    /// <summary>The words of a message, as its channel would read them now.</summary>
    public static Task<string?> WordsAsync(this TestPerson person, OutboxMessage message, Instant now) => person.InScopeAsync(async services =>
        (await services.GetRequiredService<ReminderDesk>().WordsAsync(message.Id, now))?.Text);

    /// <summary>What a channel does: reads the words of each waiting message, and says that it came or that it never will.</summary>
    public static Task<List<string?>> SendAllAsync(this TestPerson person, Instant now, Func<OutboxMessage, bool>? comes = null) => person.InScopeAsync(async services =>
    {
        var (db, desk) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ReminderDesk>());
        var said = new List<string?>();
        while (await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.State == DeliveryState.Waiting).OrderBy(row => row.Id).FirstOrDefaultAsync() is { } message)
        {
            var words = await desk.WordsAsync(message.Id, now);
            var delivered = comes?.Invoke(message) ?? true;
            said.Add(words?.Text);
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync(
                $"""
                update outbox_messages set state = {(delivered ? "delivered" : "failed")} where user_id = {message.UserId} and id = {message.Id};
                delete from work where user_id = {message.UserId} and kind = 'delivery' and id = {message.Id}
                """);
            await desk.EndedAsync(message.Id, delivered, now);
            await transaction.CommitAsync();
        }

        return said;
    });

    /// <summary>When the reminder is looked at next, or never.</summary>
    public static Task<Instant?> NextLookAsync(this TestPerson person, Guid reminder) => person.SeeAsync(async db =>
        (await db.Database.SqlQuery<DateTimeOffset>($"""select run_at as "Value" from work where user_id = {person.Id} and kind = 'reminder' and id = {reminder}""").ToListAsync())
            .Select(at => (Instant?)at.ToInstant()).SingleOrDefault());
}
