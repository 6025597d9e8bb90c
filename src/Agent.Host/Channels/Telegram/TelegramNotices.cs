using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>What the house says to a person by Telegram without having been asked, in their language.</summary>
internal sealed class TelegramNotices(AppDbContext db, CurrentUser user, PersonLoader people, Person person, Outbox outbox)
{
    private static readonly Texts Text = new(typeof(TelegramNotices));

    /// <summary>Greets a chat that was paired just now.</summary>
    public Task WelcomeAsync(BotChat chat, CancellationToken cancellationToken) => SayAsync(TelegramMessages.NameOf(chat.ChatId), () => Text["Welcome"], cancellationToken);

    /// <summary>Says that the person has said as much within the hour as they may.</summary>
    public Task OverLimitAsync(string chat, int most, CancellationToken cancellationToken) => SayAsync(chat, () => Text["OverLimit", most], cancellationToken);

    /// <summary>Says something in one chat.</summary>
    public Task SayAsync(string chat, Func<string> words, CancellationToken cancellationToken) => SayAsync([(Outbox.Telegram, chat)], words, cancellationToken);

    /// <summary>Says something in each of the person's chats of that bot, or on the web where there is none.</summary>
    public async Task SayEverywhereAsync(long bot, Func<string> words, CancellationToken cancellationToken)
    {
        var chats = await db.Set<TelegramChat>().Where(row => row.UserId == user.Required && row.BotId == bot && row.BlockedAt == null && !row.IsGroup)
            .Select(row => row.ChatId).ToListAsync(cancellationToken);
        await SayAsync(chats.Count > 0 ? [.. chats.Select(chat => (Outbox.Telegram, TelegramMessages.NameOf(chat)))] : [("web", "main")], words, cancellationToken);
    }

    private async Task SayAsync(List<(string Channel, string Chat)> places, Func<string> words, CancellationToken cancellationToken)
    {
        await people.LoadAsync(user.Required, cancellationToken);
        person.Speak();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await using (var batch = db.Batch())
        {
            foreach (var (channel, chat) in places)
            {
                outbox.Add(batch, new NewOutboxMessage(OutboxKind.Notice, channel, chat, words()));
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        outbox.Left();
    }
}
