using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>
/// What pressed buttons do: the functions behind them, by the owner's hand. Pressing twice does it once; what no longer stands says so.
/// </summary>
internal sealed partial class TelegramPresses(
    AppDbContext db, CurrentUser user, PluginCatalog catalog, FunctionCaller caller, CallContext call, MessageReceiver receiver, Decisions decisions, TelegramLive live, TelegramCards cards, TelegramOffers offers, ReminderButtons reminders,
    Outbox outbox, TimeProvider clock, ILogger<TelegramPresses> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);
    private const int LongestTitle = 120;
    private static readonly Texts Text = new(typeof(TelegramPresses));

    /// <summary>Does what the button says, and tells the presser within a second that it was felt.</summary>
    public async Task TakeAsync(TelegramClient bot, int updateId, CallbackQuery press, CancellationToken cancellationToken)
    {
        var done = DoAsync(bot, updateId, press, cancellationToken);
        var soon = await Task.WhenAny(done, Task.Delay(Patience, cancellationToken)) == done;
        if (!soon)
        {
            await AnswerAsync(bot, press, Text["PressUnderway"], cancellationToken);
        }

        var said = await done;
        if (soon)
        {
            await AnswerAsync(bot, press, said, cancellationToken);
        }
    }

    private async Task<string> DoAsync(TelegramClient bot, int updateId, CallbackQuery press, CancellationToken cancellationToken)
    {
        try
        {
            return ButtonData.Read(press.Data) is { } button && press.Message is { } message
                ? await DoAsync(bot, updateId, message, button, cancellationToken)
                : Text["OldButton"];
        }
        catch (ToolException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFailed(fault);
            return Text["PressFailed"];
        }
    }

    private Task<string> DoAsync(TelegramClient bot, int updateId, Message message, ButtonData button, CancellationToken cancellationToken)
    {
        var key = $"telegram:{bot.Id}:{updateId}";
        return button.Press switch
        {
            Press.Undo => UndoAsync(key, button.Target, cancellationToken),
            Press.Approve or Press.Always or Press.Reject or Press.AskAgain => DecideAsync(key, button, message, cancellationToken),
            Press.TaskDone => TickAsync(bot, "tasks.complete_task", new() { ["task"] = button.Target.ToString() }, button.Target, message, key, cancellationToken),
            Press.ReminderDone => TickAsync(bot, "reminders.complete_reminder", new() { ["reminder"] = button.Target.ToString() }, button.Target, message, key, cancellationToken),
            Press.SnoozeTenMinutes or Press.SnoozeHour or Press.SnoozeEvening or Press.SnoozeTomorrow => PutOffAsync(bot, button, message, key, cancellationToken),
            Press.Other => OtherAsync(bot, updateId, message, button.Target, cancellationToken),
            Press.KeepAsNote => KeepAsync("notes.save_note", "text", button.Target, message, cancellationToken),
            Press.KeepAsTask => KeepAsync("tasks.create_task", "title", button.Target, message, cancellationToken),
            Press.KeepSlip => KeepSlipAsync(button.Target, message, cancellationToken),
            Press.HearAgain => HearAgainAsync(bot, updateId, message, button.Target, cancellationToken),
            Press.Example => SayAsync(bot, updateId, message, Text[$"Example{ExampleOf(button.Target)}"], cancellationToken),
            _ => Task.FromResult(Text["OldButton"]),
        };
    }

    /// <summary>Keeps what others wrote, under their label: pressed once more it is kept once.</summary>
    private async Task<string> KeepAsync(string function, string argument, Guid turn, Message message, CancellationToken cancellationToken)
    {
        if (await offers.ForeignAsync(turn, cancellationToken) is not { } foreign)
        {
            return Text["OldButton"];
        }

        call.Origin = foreign.Origin;
        var text = argument == "title" ? Words.Start(foreign.Text.ReplaceLineEndings(" "), LongestTitle) : foreign.Text;
        return await ShowAsync(await PressAsync(function, new() { [argument] = text }, $"keep:{turn}", cancellationToken), message, cancellationToken);
    }

    private async Task<string> KeepSlipAsync(Guid turn, Message message, CancellationToken cancellationToken)
    {
        if (await offers.SlipAsync(turn, cancellationToken) is not { } found)
        {
            return Text["OldButton"];
        }

        call.Origin = found.Origin;
        var task = new JsonObject
        {
            ["title"] = found.Slip.Amount is { } amount ? Text["SlipTitle", MoneyWords.Of(amount, "BRL")] : Text["SlipTitleBare"],
            ["notes"] = found.Slip.Digits,
        };
        if (found.Slip.Due is { } due)
        {
            task["due"] = due.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return await ShowAsync(await PressAsync("tasks.create_task", task, $"slip:{turn}", cancellationToken), message, cancellationToken);
    }

    /// <summary>What a button did stands in the chat too, with its undo; once, however often it is pressed.</summary>
    private async Task<string> ShowAsync(ReceiptView receipt, Message message, CancellationToken cancellationToken)
    {
        await PutAsync(OutboxKind.Receipt, receipt.Id, message, cancellationToken);
        return receipt.Text;
    }

    /// <summary>The same recording as a new message, whose turn listens to it.</summary>
    private async Task<string> HearAgainAsync(TelegramClient bot, int updateId, Message message, Guid turn, CancellationToken cancellationToken)
    {
        var voices = await offers.VoicesAsync(turn, cancellationToken);
        if (voices.Count == 0)
        {
            return Text["OldButton"];
        }

        await ReceiveAsync(bot, Said(bot, updateId, message, "") with
        {
            Attachments = [.. voices.Select(voice => new NewAttachment(voice.Kind, voice.ChannelFile, voice.FileName, voice.MediaType, voice.Size))],
        }, message, cancellationToken);
        return Text["PressUnderway"];
    }

    /// <summary>The place of an example, as an id.</summary>
    public static Guid Example(int place) => new(place, 0, 0, new byte[8]);

    private static int ExampleOf(Guid id) => BitConverter.ToInt32(id.ToByteArray()) is >= 1 and <= 3 and var place ? place : 1;

    private async Task<string> UndoAsync(string key, Guid action, CancellationToken cancellationToken)
    {
        if (!await db.Actions.AnyAsync(row => row.Id == action, cancellationToken))
        {
            return Text["OldButton"];
        }

        await PressAsync("actions.undo", new() { ["action"] = action.ToString() }, key, cancellationToken);
        return Text["Undone"];
    }

    private async Task<string> DecideAsync(string key, ButtonData button, Message message, CancellationToken cancellationToken)
    {
        var card = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == button.Target, cancellationToken);
        if (card is null || ButtonData.ShownOf(card.Hash) is not { } shown || shown != button.Shown)
        {
            return Text["OldButton"];
        }

        JsonObject Named() => new() { ["approval"] = card.Id.ToString(), ["hash"] = card.Hash };
        try
        {
            switch (button.Press)
            {
                case Press.AskAgain:
                    await AskAgainAsync(Named(), key, message, cancellationToken);
                    return Text["AskedAgain"];
                case Press.Always when card.Recipient is null:
                    return Text["OldButton"];
                case Press.Always:
                    await PressAsync("actions.approve", Named(), key, cancellationToken);
                    await PressAsync("actions.allow_always", Named(), $"{key}:always", cancellationToken);
                    return Text["Always_Allowed"];
                default:
                    await PressAsync(button.Press == Press.Approve ? "actions.approve" : "actions.reject", Named(), key, cancellationToken);
                    return Text[button.Press == Press.Approve ? "Approved" : "Rejected"];
            }
        }
        finally
        {
            // However it went: the message shows how the card stands, one that nobody decided in time included.
            if (await db.Approvals.AnyAsync(row => row.Id == card.Id && row.State == ApprovalState.Open && row.ExpiresAt <= DateTimeOffset.UtcNow, cancellationToken))
            {
                await decisions.ExpireAsync(card.Id, cancellationToken);
            }

            await cards.ShowAsync(card.Id, cancellationToken);
        }
    }

    /// <summary>The new card comes into the chat in which it was asked for.</summary>
    private async Task AskAgainAsync(JsonObject named, string key, Message message, CancellationToken cancellationToken)
    {
        var asked = await PressAsync("actions.ask_again", named, key, cancellationToken);
        var fresh = asked.Result!.Value.GetProperty("approvalId").GetGuid();
        await PutAsync(OutboxKind.Card, fresh, message, cancellationToken);
    }

    private async Task PutAsync(OutboxKind kind, Guid subject, Message message, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Set<OutboxMessage>().AnyAsync(row => row.SubjectId == subject, cancellationToken))
        {
            await using var batch = db.Batch();
            outbox.Add(batch, new NewOutboxMessage(kind, Outbox.Telegram, TelegramMessages.NameOf(message.Chat.Id), "", subject));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        outbox.Left();
    }

    private async Task<string> OtherAsync(TelegramClient bot, int updateId, Message message, Guid turn, CancellationToken cancellationToken)
    {
        var other = await cards.OtherOfAsync(turn, cancellationToken);
        return other is null ? Text["OldButton"] : await SayAsync(bot, updateId, message, other, cancellationToken);
    }

    /// <summary>A button that stands for words: they are the person's message, whose turn answers.</summary>
    private async Task<string> SayAsync(TelegramClient bot, int updateId, Message message, string words, CancellationToken cancellationToken)
    {
        await ReceiveAsync(bot, Said(bot, updateId, message, words), message, cancellationToken);
        return words;
    }

    private NewMessage Said(TelegramClient bot, int updateId, Message message, string words) => new(
        Outbox.Telegram, TelegramMessages.NameOf(message.Chat.Id), bot.Account, TelegramMessages.NameOf(updateId), words, clock.GetUtcNow());

    private async Task ReceiveAsync(TelegramClient bot, NewMessage said, Message message, CancellationToken cancellationToken) =>
        live.Watch(bot, message.Chat.Id, user.Required, await receiver.ReceiveAsync(said, cancellationToken));

    private async Task<string> PutOffAsync(TelegramClient bot, ButtonData button, Message message, string key, CancellationToken cancellationToken)
    {
        var to = button.Press switch
        {
            Press.SnoozeTenMinutes => PutOffTo.TenMinutes,
            Press.SnoozeHour => PutOffTo.Hour,
            Press.SnoozeEvening => PutOffTo.Evening,
            _ => PutOffTo.Tomorrow,
        };
        return await reminders.PutOffAsync(button.Target, to, Doors.Web, key, cancellationToken) is { } receipt
            ? await ShowTickAsync(bot, receipt, button.Target, message, cancellationToken) : Text["OldButton"];
    }

    private async Task<string> TickAsync(
        TelegramClient bot, string function, JsonObject arguments, Guid target, Message message, string key, CancellationToken cancellationToken) =>
        await ShowTickAsync(bot, await PressAsync(function, arguments, key, cancellationToken), target, message, cancellationToken);

    /// <summary>Shows in the message what was done; buttons of the same thing go, and undo comes.</summary>
    private async Task<string> ShowTickAsync(TelegramClient bot, ReceiptView receipt, Guid target, Message message, CancellationToken cancellationToken)
    {
        var rows = message.ReplyMarkup?.InlineKeyboard.Select(row => row.Where(button => ButtonData.Read(button.CallbackData) is { } known && known.Target != target).ToArray()).Where(row => row.Length > 0).ToList() ?? [];
        rows.Add([TelegramView.Button(Text["Undo"], new ButtonData(Press.Undo, receipt.Id))]);
        await cards.AppendAsync(bot, message, receipt.Text, rows, cancellationToken);
        return receipt.Text;
    }

    private Task<ReceiptView> PressAsync(string function, JsonObject arguments, string key, CancellationToken cancellationToken)
    {
        var (plugin, name) = FunctionName.Split(function);
        return caller.CallAsync(catalog.Find(plugin, name)!, arguments, Doors.Web, key, cancellationToken);
    }

    /// <summary>A press that is too old to be answered was felt nevertheless.</summary>
    private async Task AnswerAsync(TelegramClient bot, CallbackQuery press, string text, CancellationToken cancellationToken)
    {
        try
        {
            await bot.Client.AnswerCallbackQuery(press.Id, Words.Start(text, 200), cancellationToken: cancellationToken);
        }
        catch (Exception late) when (late is RequestException or HttpRequestException)
        {
            LogUnanswered(late);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A pressed button failed")]
    private partial void LogFailed(Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "A pressed button was not answered")]
    private partial void LogUnanswered(Exception late);
}
