using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Takes an update in: finds whose chat it is, and commits it. A new message is a message of the house at once, whose turn begins; whatever
/// else a paired chat sends is kept until it was dealt with; of a chat that nobody knows, nothing is kept. Twice the same update is one.
/// </summary>
internal sealed class TelegramIntake(IServiceScopeFactory scopes, TelegramSettings settings, TelegramStrangers strangers, TelegramDesk desk, TelegramLive live)
{
    /// <summary>The kind of work that stands until an update was dealt with.</summary>
    public const string Work = "update";

    /// <summary>Kinds of updates for which Telegram is asked.</summary>
    public static readonly UpdateType[] Kinds = [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>Commits the update. What it leads to goes on after this returns.</summary>
    public async Task TakeAsync(TelegramClient bot, Update update, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (chat, speaker) = WhereAndWho(update);
        var person = chat is null ? null : await OwnerAsync(services.GetRequiredService<AppDbContext>(), bot.Id, chat.Id, speaker, cancellationToken);
        if (person is null)
        {
            await strangers.MeetAsync(services, bot, update, chat, cancellationToken);
            return;
        }

        services.GetRequiredService<CurrentUser>().Set(person.Value);
        if (update.Message is { } message && !message.IsServiceMessage)
        {
            await SayAsync(services, bot, update.Id, message, person.Value, cancellationToken);
        }
        else
        {
            await KeepAsync(services, bot, update, chat!, person.Value, cancellationToken);
        }
    }

    /// <summary>The chat in which it happened, and who did it.</summary>
    private static (Chat? Chat, long? Speaker) WhereAndWho(Update update) => update switch
    {
        { Message: { } message } => (message.Chat, message.From?.Id),
        { EditedMessage: { } message } => (message.Chat, message.From?.Id),
        { CallbackQuery: { } press } => (press.Message?.Chat, press.From.Id),
        { MyChatMember: { } member } => (member.Chat, member.From.Id),
        _ => (null, null),
    };

    /// <summary>Whose chat it is. In a group the voice of another member is nobody's.</summary>
    private static async Task<Guid?> OwnerAsync(AppDbContext db, long bot, long chat, long? speaker, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TelegramChat>().AsNoTracking().Where(row => row.BotId == bot && (row.ChatId == chat || row.ChatId == speaker)).ToListAsync(cancellationToken);
        return rows.Find(row => row.ChatId == chat) is { } here && (!here.IsGroup || rows.Exists(row => row.ChatId == speaker && row.UserId == here.UserId))
            ? here.UserId : null;
    }

    private async Task SayAsync(IServiceProvider services, TelegramClient bot, int updateId, Message message, Guid person, CancellationToken cancellationToken)
    {
        var said = TelegramMessages.Read(message, bot.Account, updateId);
        if (said is null || await IsOverLimitAsync(services, said, cancellationToken))
        {
            var ignored = await StoreAsync(services, bot, updateId, message.Chat.Id, "message", null, UpdateState.Ignored, person, cancellationToken);
            if (said is not null && ignored is { } first)
            {
                await TellLimitAsync(services, said.Chat, first, cancellationToken);
            }

            return;
        }

        var received = await services.GetRequiredService<MessageReceiver>().ReceiveAsync(said, cancellationToken);
        if (!received.Repeated)
        {
            live.Watch(bot, message.Chat.Id, person, received);
        }
    }

    /// <summary>Whether the person has said as much within the hour as they may; one that was taken before counts no more.</summary>
    private async Task<bool> IsOverLimitAsync(IServiceProvider services, NewMessage said, CancellationToken cancellationToken)
    {
        var messages = services.GetRequiredService<AppDbContext>().Set<IncomingMessage>();
        var most = settings.MessagesPerHour;
        return await messages.Where(row => row.Channel == Outbox.Telegram && row.ReceivedAt > DateTimeOffset.UtcNow.AddHours(-1)).Take(most).CountAsync(cancellationToken) >= most
            && !await messages.AnyAsync(row => row.Channel == said.Channel && row.Account == said.Account && row.ExternalId == said.ExternalId, cancellationToken);
    }

    /// <summary>Says once an hour that no more is taken: nothing of it is lost, it can be said again.</summary>
    private async Task TellLimitAsync(IServiceProvider services, string chat, Guid ignored, CancellationToken cancellationToken)
    {
        var updates = services.GetRequiredService<AppDbContext>().Set<TelegramUpdate>();
        if (!await updates.AnyAsync(
            row => row.Id < ignored && row.State == UpdateState.Ignored && row.Kind == "message" && row.ReceivedAt > DateTimeOffset.UtcNow.AddHours(-1), cancellationToken))
        {
            await services.GetRequiredService<TelegramNotices>().OverLimitAsync(chat, settings.MessagesPerHour, cancellationToken);
        }
    }

    /// <summary>Keeps what has to be dealt with, and what means nothing here without what it holds.</summary>
    private async Task KeepAsync(IServiceProvider services, TelegramClient bot, Update update, Chat chat, Guid person, CancellationToken cancellationToken)
    {
        var matters = update.CallbackQuery is not null || update.EditedMessage is not null || update.MyChatMember is not null || update.Message?.MigrateToChatId is not null;
        var id = await StoreAsync(
            services, bot, update.Id, chat.Id, TelegramStrangers.KindOf(update), matters ? JsonSerializer.Serialize(update, JsonBotAPI.Options) : null,
            matters ? UpdateState.Waiting : UpdateState.Ignored, person, cancellationToken);
        if (id is { } kept && matters)
        {
            desk.Begin(person, kept);
        }
    }

    /// <summary>Stores an update of a paired chat. Returns its row's id; null where it was there already.</summary>
    private static async Task<Guid?> StoreAsync(
        IServiceProvider services, TelegramClient bot, int updateId, long chat, string kind, string? body, UpdateState state, Guid person,
        CancellationToken cancellationToken)
    {
        var (db, lease, id) = (services.GetRequiredService<AppDbContext>(), services.GetRequiredService<ProcessLease>(), Guid.CreateVersion7());
        return await db.AskOnceAsync(
            batch => batch.Add(
                """
                with kept as (
                    insert into telegram_updates (user_id, id, bot_id, update_id, chat_id, kind, body, state) values ($1, $2, $3, $4, $5, $6, $7::json, $8)
                    on conflict (user_id, bot_id, update_id) do nothing returning id),
                begun as (insert into work (user_id, kind, id, attempts, owner, fence) select $1, $9, id, 0, $10, 1 from kept where $8 = 'waiting')
                select id from kept
                """,
                person, id, bot.Id, (long)updateId, chat, kind, body, Code.Of(state), Work, lease.Key),
            async reader => await reader.ReadAsync(cancellationToken) ? reader.GetGuid(0) : (Guid?)null,
            cancellationToken);
    }
}
