using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// Shows that a turn of a chat is under way: typing at once, and what is said as it comes, in one message that grows. Only an answer that takes
/// its time is shown so; the reply itself leaves by the outbox, into that message.
/// </summary>
internal sealed partial class TelegramLive(IServiceScopeFactory scopes, LiveTurns turns, IHostApplicationLifetime lifetime, ILogger<TelegramLive> logger)
{
    private const int LongestDraft = 3500;
    private static readonly TimeSpan BeforeTyping = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenTyping = TimeSpan.FromSeconds(4.5);
    private static readonly TimeSpan BeforeText = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<Guid, bool> _watched = new();

    /// <summary>Watches the turn that answers a message, until it has ended.</summary>
    public void Watch(TelegramClient bot, long chat, Guid person, Received received)
    {
        if (received.TurnId is { } turn && _watched.TryAdd(turn, true))
        {
            _ = Task.Run(() => WatchAsync(bot, chat, person, turn));
        }
    }

    private async Task WatchAsync(TelegramClient bot, long chat, Guid person, Guid turnId)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        try
        {
            if (turns.Find(turnId) is not { } live)
            {
                return;
            }

            var typing = TypeAsync(bot, chat, stop.Token);
            await ShowAsync(bot, chat, person, live, stop.Token);
            await stop.CancelAsync();
            await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception fault) when (fault is RequestException or HttpRequestException or OperationCanceledException or DbUpdateException or Npgsql.NpgsqlException)
        {
            // The reply comes all the same.
            LogUnshown(fault);
        }
        finally
        {
            await stop.CancelAsync();
            _watched.TryRemove(turnId, out _);
        }
    }

    private static async Task TypeAsync(TelegramClient bot, long chat, CancellationToken cancellationToken)
    {
        await Task.Delay(BeforeTyping, cancellationToken);
        while (true)
        {
            await bot.Client.SendChatAction(chat, ChatAction.Typing, cancellationToken: cancellationToken);
            await Task.Delay(BetweenTyping, cancellationToken);
        }
    }

    private async Task ShowAsync(TelegramClient bot, long chat, Guid person, LiveTurn live, CancellationToken cancellationToken)
    {
        var ended = EndAsync(live, cancellationToken);
        if (await Task.WhenAny(ended, Task.Delay(BeforeText, cancellationToken)) == ended)
        {
            return;
        }

        int? draft = null;
        var shown = "";
        while (!ended.IsCompleted)
        {
            var text = live.Text.Trim();
            if (text.Length > LongestDraft)
            {
                break;
            }

            if (text.Length > 0 && text != shown)
            {
                draft = draft is null ? await BeginAsync(bot, chat, person, live.TurnId, text, cancellationToken) : await EditAsync(bot, chat, draft.Value, text, cancellationToken);
                shown = text;
            }

            await Task.WhenAny(ended, Task.Delay(BetweenEdits, cancellationToken));
        }

        await ended;
    }

    /// <summary>Where the message is kept is said before and after it is sent: a reply that finds it in doubt says that it may be a repeat.</summary>
    private async Task<int> BeginAsync(TelegramClient bot, long chat, Guid person, Guid turnId, string text, CancellationToken cancellationToken)
    {
        await KeepAsync(person, turnId, "?", cancellationToken);
        try
        {
            var message = await bot.Client.SendMessage(chat, TelegramText.Html(text) + " …", ParseMode.Html, cancellationToken: cancellationToken);
            await KeepAsync(person, turnId, TelegramMessages.NameOf(message.Id), CancellationToken.None);
            return message.Id;
        }
        catch (ApiRequestException)
        {
            // It was refused: nothing stands there.
            await KeepAsync(person, turnId, null, CancellationToken.None);
            throw;
        }
    }

    private static async Task<int> EditAsync(TelegramClient bot, long chat, int draft, string text, CancellationToken cancellationToken)
    {
        await bot.Client.EditMessageText(chat, draft, TelegramText.Html(text) + " …", ParseMode.Html, cancellationToken: cancellationToken);
        return draft;
    }

    private async Task KeepAsync(Guid person, Guid turnId, string? draft, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(
            $"update turns set channel_draft = {draft} where user_id = {person} and id = {turnId}", cancellationToken);
    }

    private static async Task EndAsync(LiveTurn live, CancellationToken cancellationToken)
    {
        await foreach (var _ in live.ReadAsync(null, cancellationToken))
        {
            // Its text is read as it stands.
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A turn under way could not be shown")]
    private partial void LogUnshown(Exception fault);
}
