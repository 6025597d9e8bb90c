using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Sends one message of the outbox. That it is being sent is committed first: where the outcome is in doubt it is sent again, and says that it
/// may be a repeat. What Telegram refused is not in doubt.
/// </summary>
internal sealed partial class TelegramDelivery(
    AppDbContext db, CurrentUser user, Person person, PersonLoader people, ProcessLease lease, StoredTurns turns, ApprovalCards cards, TelegramChats chats, TelegramOffers offers, ReminderDesk reminders, Outbox outbox, TimeProvider clock,
    ILogger<TelegramDelivery> logger)
{
    private const int MostAttempts = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);
    private static readonly Texts Text = new(typeof(TelegramDelivery));

    /// <summary>Sends the next message of a chat of the current person. Returns when to come again: at once, later, or not at all (null).</summary>
    public async Task<TimeSpan?> SendNextAsync(TelegramClient bot, string chat, CancellationToken cancellationToken)
    {
        var next = await ClaimAsync(chat, cancellationToken);
        if (next is not { } claimed)
        {
            return null;
        }

        if (claimed.Wait is { } wait)
        {
            return wait;
        }

        var message = await db.Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Id == claimed.Id, cancellationToken);
        await people.LoadAsync(user.Required, cancellationToken);
        person.Speak();
        try
        {
            await SendAsync(bot, message, cancellationToken);
            return TimeSpan.Zero;
        }
        catch (ApiRequestException refused)
        {
            return await RefusedAsync(bot, message, refused);
        }
        catch (Exception away) when (away is RequestException or HttpRequestException or TaskCanceledException or IOException)
        {
            LogInDoubt(away, message.Id);
            var unsent = IsUnsent(away);
            return message.Attempts >= MostAttempts && !unsent
                ? await FailAsync(message, "unavailable")
                : await AgainAsync(message, unsent ? DeliveryState.Waiting : DeliveryState.Sending, Later(message.Attempts));
        }
    }

    /// <summary>
    /// The oldest that is leaving the chat, or how long it is not to be touched yet: others behind it wait with it. One that was found as being
    /// sent may have come.
    /// </summary>
    private async Task<(Guid Id, TimeSpan? Wait)?> ClaimAsync(string chat, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Claim>(
            $"""
            with oldest as (
                select o.id, o.state, w.run_at from outbox_messages o join work w on w.user_id = o.user_id and w.kind = 'delivery' and w.id = o.id
                where o.user_id = {user.Required} and o.channel = 'telegram' and o.chat = {chat} and o.state in ('waiting', 'sending')
                order by o.created_at, o.kind = 'card', o.id limit 1),
            claimed as (
                update work w set owner = {lease.Key}, fence = fence + 1, attempts = attempts + 1, run_at = now() + interval '1 minute'
                from oldest where w.user_id = {user.Required} and w.kind = 'delivery' and w.id = oldest.id and w.run_at <= now() returning w.id),
            begun as (
                update outbox_messages o set state = 'sending', attempts = attempts + 1, possible_repeat = possible_repeat or o.state = 'sending'
                from claimed where o.user_id = {user.Required} and o.id = claimed.id returning o.id)
            select oldest.id, begun.id is not null as claimed, extract(epoch from greatest(oldest.run_at - now(), interval '1 second'))::float8 as seconds
            from oldest left join begun on begun.id = oldest.id
            """).ToListAsync(cancellationToken);
        return rows is [var row] ? (row.Id, row.Claimed ? null : TimeSpan.FromSeconds(row.Seconds)) : null;
    }

    private async Task SendAsync(TelegramClient bot, OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await ViewAsync(message, cancellationToken) is not { } view)
        {
            // Nothing of it is left to be said.
            await EndAsync(message, DeliveryState.Delivered, null, null);
            return;
        }

        var sent = message.ChannelMessages is { Length: > 0 } known ? known.Split(',').ToList() : [];
        var draft = message is { Kind: OutboxKind.Reply, TurnId: { } turn }
            ? await db.Set<Turn>().Where(row => row.Id == turn).Select(row => row.ChannelDraft).SingleOrDefaultAsync(cancellationToken) : null;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Patience);
        for (var place = sent.Count; place < view.Parts.Count; place++)
        {
            var part = view.Parts[place];
            var html = view.IsHtml ? part : TelegramText.Html(part);
            if (place == sent.Count && place == 0 && (message.PossibleRepeat || draft == "?"))
            {
                html = $"<i>{TelegramText.Escape(Text["PossibleRepeat"])}</i>\n{html}";
            }

            var keyboard = place == view.Parts.Count - 1 ? view.Keyboard : null;
            var to = long.Parse(message.Chat, CultureInfo.InvariantCulture);
            var id = place == 0 && int.TryParse(draft, CultureInfo.InvariantCulture, out var shown)
                ? await IntoDraftAsync(bot, to, shown, html, keyboard, timeout.Token)
                : (await bot.Client.SendMessage(to, html, ParseMode.Html, replyMarkup: keyboard, cancellationToken: timeout.Token)).Id;
            sent.Add(TelegramMessages.NameOf(id));
            if (place < view.Parts.Count - 1)
            {
                await db.Database.ExecuteSqlAsync($"update outbox_messages set channel_messages = {string.Join(',', sent)} where user_id = {user.Required} and id = {message.Id}", CancellationToken.None);
            }
        }

        await EndAsync(message, DeliveryState.Delivered, string.Join(',', sent), null);
    }

    private static async Task<int> IntoDraftAsync(
        TelegramClient bot, long chat, int draft, string html, global::Telegram.Bot.Types.ReplyMarkups.InlineKeyboardMarkup? keyboard, CancellationToken cancellationToken)
    {
        try
        {
            await bot.Client.EditMessageText(chat, draft, html, ParseMode.Html, keyboard, cancellationToken: cancellationToken);
        }
        catch (ApiRequestException same) when (same.ErrorCode == (int)HttpStatusCode.BadRequest && same.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase))
        {
            // It says that already: an earlier sending came.
        }

        return draft;
    }

    private async Task<TelegramView?> ViewAsync(OutboxMessage message, CancellationToken cancellationToken) => message switch
    {
        { Kind: OutboxKind.Reply, TurnId: { } turn } when await turns.FindAsync(turn, cancellationToken) is { } answered =>
            TelegramView.Of(answered) is var view ? view with { Buttons = [.. view.Buttons, .. await offers.OfAsync(answered, cancellationToken)] } : view,
        { Kind: OutboxKind.Receipt, SubjectId: { } action } when await db.Actions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == action, cancellationToken) is { } done =>
            TelegramView.Of(ReceiptView.Of(done, clock.GetUtcNow())),
        { Kind: OutboxKind.Card, SubjectId: { } card } when await cards.FindAsync(card, cancellationToken) is { } asked => TelegramView.Of(asked, Words.Of(person)),
        { Kind: OutboxKind.Reminder } => await ReminderAsync(message, cancellationToken),
        _ => TelegramView.Of(message.Text),
    };

    private async Task<TelegramView?> ReminderAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await reminders.WordsAsync(message.Id, Now, cancellationToken) is not { } telling)
        {
            return null;
        }

        var names = await db.Set<Reminder>().AsNoTracking().Where(row => telling.Reminders.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Text, cancellationToken);
        return TelegramView.Of(telling, id => names.GetValueOrDefault(id, ""));
    }

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private async Task<TimeSpan?> RefusedAsync(TelegramClient bot, OutboxMessage message, ApiRequestException refused)
    {
        LogRefused(refused, message.Id);
        switch (refused.ErrorCode)
        {
            case 429:
                return await AgainAsync(message, DeliveryState.Waiting, TimeSpan.FromSeconds(Math.Clamp(refused.Parameters?.RetryAfter ?? 5, 1, 3600)));
            case 403:
                await chats.MarkAsync(new BotChat(bot.Id, long.Parse(message.Chat, CultureInfo.InvariantCulture)), true, CancellationToken.None);
                return await FailAsync(message, "denied");
            case >= 500:
                return await AgainAsync(message, DeliveryState.Sending, Later(message.Attempts));
            default:
                return await FailAsync(message, "invalid");
        }
    }

    private async Task<TimeSpan?> AgainAsync(OutboxMessage message, DeliveryState state, TimeSpan later)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update outbox_messages set state = {Code.Of(state)} where user_id = {user.Required} and id = {message.Id};
            update work set run_at = now() + make_interval(secs => {later.TotalSeconds}) where user_id = {user.Required} and kind = 'delivery' and id = {message.Id}
            """);
        return later;
    }

    /// <summary>It did not come: what it would have said waits on the web, and is shown there as such.</summary>
    private async Task<TimeSpan?> FailAsync(OutboxMessage message, string fault)
    {
        await EndAsync(message, DeliveryState.Failed, message.ChannelMessages, fault);
        return TimeSpan.Zero;
    }

    private async Task EndAsync(OutboxMessage message, DeliveryState state, string? sent, string? fault)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using (var batch = db.Batch())
        {
            batch.Add(
                "update outbox_messages set state = $3, channel_messages = $4, fault = $5 where user_id = $1 and id = $2",
                user.Required, message.Id, Code.Of(state), sent, fault)
                .Add("delete from work where user_id = $1 and kind = 'delivery' and id = $2", user.Required, message.Id);
            if (state == DeliveryState.Failed && message.Kind is OutboxKind.Notice or OutboxKind.Reply)
            {
                outbox.Add(batch, new NewOutboxMessage(OutboxKind.Notice, "web", "main", Text["Undelivered", message.Text]));
            }

            await batch.ExecuteNonQueryAsync();
        }

        if (message.Kind == OutboxKind.Reminder)
        {
            await reminders.EndedAsync(message.Id, state == DeliveryState.Delivered, Now);
        }

        await transaction.CommitAsync();
        outbox.Left();
    }

    private static TimeSpan Later(int attempts) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(attempts, 9))));

    /// <summary>Whether no connection came to be at all.</summary>
    private static bool IsUnsent(Exception? away) => away is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TryAgain }
        || (away?.InnerException is { } inner && IsUnsent(inner));

    private sealed record Claim(Guid Id, bool Claimed, double Seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused message {MessageId}")]
    private partial void LogRefused(Exception refused, Guid messageId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether message {MessageId} came to Telegram is not known")]
    private partial void LogInDoubt(Exception away, Guid messageId);
}
