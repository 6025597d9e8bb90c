using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Cards that stand in chats: each shows how it stands, wherever it was decided.</summary>
internal sealed partial class TelegramCards(
    AppDbContext db, ApprovalCards cards, StoredTurns turns, TelegramClients bots, Person person, ILogger<TelegramCards> logger)
{
    /// <summary>Shows a card anew in every chat in which it was sent.</summary>
    public async Task ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        var sent = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.Kind == OutboxKind.Card && row.SubjectId == id && row.ChannelMessages != null).ToListAsync(cancellationToken);
        if (sent.Count == 0 || bots.Current is not { } bot || await cards.FindAsync(id, cancellationToken) is not { } card)
        {
            return;
        }

        var view = TelegramView.Of(card, Words.Of(person));
        foreach (var message in sent)
        {
            // The last of its messages has the buttons and how it stands.
            var last = int.Parse(message.ChannelMessages!.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                await bot.Client.EditMessageText(
                    long.Parse(message.Chat, System.Globalization.CultureInfo.InvariantCulture), last, view.Parts[^1], ParseMode.Html, view.Keyboard, cancellationToken: cancellationToken);
            }
            catch (ApiRequestException same) when (same.Message.Contains("not modified", StringComparison.OrdinalIgnoreCase))
            {
                // Somebody else was as quick.
            }
            catch (Exception unshown) when (unshown is RequestException or HttpRequestException)
            {
                // It says so itself when it is pressed.
                LogUnshown(unshown);
            }
        }
    }

    /// <summary>Adds a line to a message whose button was pressed, and changes its buttons.</summary>
    public async Task AppendAsync(
        TelegramClient bot, Message message, string line, IEnumerable<InlineKeyboardButton[]> buttons, CancellationToken cancellationToken)
    {
        try
        {
            var text = TelegramText.Split($"{message.Text}\n✓ {line}");
            await bot.Client.EditMessageText(message.Chat.Id, message.Id, TelegramText.Escape(text[0]), ParseMode.Html, new InlineKeyboardMarkup(buttons), cancellationToken: cancellationToken);
        }
        catch (Exception unshown) when (unshown is RequestException or HttpRequestException)
        {
            LogUnshown(unshown);
        }
    }

    /// <summary>What a turn's last deed offers in its place, while nothing was said after it; else null: the words would mean something else.</summary>
    public async Task<string?> OtherOfAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var turn = await turns.FindAsync(turnId, cancellationToken);
        return turn is null || await db.Set<Turn>().AnyAsync(row => row.ConversationId == turn.ConversationId && row.Id > turnId, cancellationToken)
            ? null : turn.Receipts.LastOrDefault(receipt => receipt.Other is not null)?.Other;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A card could not be shown anew")]
    private partial void LogUnshown(Exception unshown);
}
