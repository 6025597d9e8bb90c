using Telegram.Bot.Types.ReplyMarkups;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>What a message of ours looks like.</summary>
/// <param name="Parts">Its parts as plain words with a model's marks, or as HTML, each one message.</param>
/// <param name="IsHtml">Whether they are HTML already.</param>
/// <param name="Buttons">Rows of buttons under the last part.</param>
internal sealed record TelegramView(IReadOnlyList<string> Parts, bool IsHtml, IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> Buttons)
{
    private const int MostUndo = 4;
    private const int MostTicks = 20;
    private const int ShortTitle = 28;

    // Escaped it may be five times as long, and must still fit.
    private const int LongestValue = 800;
    private static readonly Texts Text = new(typeof(TelegramView));

    /// <summary>The buttons as Telegram takes them; null where there are none.</summary>
    public InlineKeyboardMarkup? Keyboard => Buttons.Count == 0 ? null : new InlineKeyboardMarkup(Buttons.Select(row => row.ToArray()));

    /// <summary>Words of the assistant.</summary>
    public static TelegramView Of(string text) => new(TelegramText.Split(text), false, []);

    /// <summary>The reply of a turn: what was done, then what the assistant says. Its cards are messages of their own.</summary>
    public static TelegramView Of(TurnView turn)
    {
        var told = turn.Receipts.Where(receipt => receipt.Effect != Effect.Read && receipt.State is not (ActionState.Failed or ActionState.Refused or ActionState.PendingApproval)).ToList();
        var text = string.Join("\n\n", new[] { string.Join('\n', told.Select(receipt => receipt.Text)), turn.Text }.Where(part => part.Length > 0));
        var buttons = new List<IReadOnlyList<InlineKeyboardButton>>();
        if (turn.Messages is [{ Text: { } said }] && said.Trim().StartsWith("/start", StringComparison.OrdinalIgnoreCase))
        {
            buttons.AddRange(Enumerable.Range(1, 3).Select(place => Row(Button(Text[$"Example{place}"], new ButtonData(Press.Example, TelegramPresses.Example(place))))));
        }

        if (told.Find(receipt => receipt.Other is not null) is { } open)
        {
            buttons.Add(Row(Button(open.Other!, new ButtonData(Press.Other, turn.Id))));
        }

        var undoable = told.FindAll(receipt => receipt.Undoable);
        buttons.AddRange(undoable.Take(MostUndo).Select(receipt => Row(
            [
                .. receipt.Function == "tasks.create_task" && IdOf(receipt) is { } task ? [Button(Text["Done"], new ButtonData(Press.TaskDone, task))] : Array.Empty<InlineKeyboardButton>(),
                Button(undoable.Count == 1 ? Text["Undo"] : Text["UndoOf", Words.Start(receipt.Text, ShortTitle)], new ButtonData(Press.Undo, receipt.Id)),
            ])));
        return new TelegramView(TelegramText.Split(text), false, buttons);
    }

    /// <summary>What is due: one reminder with all that can be done about it, several with a tick for each.</summary>
    public static TelegramView Of(ReminderTelling telling, Func<Guid, string> nameOf) => new(
        TelegramText.Split(telling.Text), false,
        telling.Reminders is [var only]
            ?
            [
                Row(Button(Text["Done"], new ButtonData(Press.ReminderDone, only)), Button(Text["SnoozeTenMinutes"], new ButtonData(Press.SnoozeTenMinutes, only)), Button(Text["SnoozeHour"], new ButtonData(Press.SnoozeHour, only))),
                Row(Button(Text["SnoozeEvening"], new ButtonData(Press.SnoozeEvening, only)), Button(Text["SnoozeTomorrow"], new ButtonData(Press.SnoozeTomorrow, only))),
            ]
            : [.. telling.Reminders.Distinct().Take(MostTicks).Select(one => Row(Button(Text["DoneOf", Words.Start(nameOf(one), ShortTitle)], new ButtonData(Press.ReminderDone, one))))]);

    /// <summary>What a button did, with the digits of a payment slip to be copied by a tap.</summary>
    public static TelegramView Of(ReceiptView receipt)
    {
        var digits = receipt.Arguments.TryGetProperty("notes", out var notes) && notes.ValueKind == System.Text.Json.JsonValueKind.String && notes.GetString() is { Length: >= 47 } line && line.All(char.IsAsciiDigit)
            ? $"\n<code>{line}</code>" : "";
        return new TelegramView([TelegramText.Escape(receipt.Text) + digits], true, receipt.Undoable ? [Row(Button(Text["Undo"], new ButtonData(Press.Undo, receipt.Id)))] : []);
    }

    /// <summary>An approval card as it stands: open with its buttons, else with what came of it.</summary>
    public static TelegramView Of(ApprovalView card, Words words)
    {
        var kind = card.Effect switch { Effect.Outward => "Send", Effect.Erase => "Erase", _ => "Do" };
        var lines = new List<string> { TelegramText.Escape(card.Text) };
        lines.AddRange(card.Values.SelectMany(value => ValueLines(value)));
        if (card.Foreign is { } foreign)
        {
            lines.Add(TelegramText.Escape(Text["CardForeign", foreign]));
        }

        var shown = ButtonData.ShownOf(card.Hash);
        lines.Add(TelegramText.Escape(card.State switch
        {
            ApprovalState.Open => Text["CardUntil", words.When(card.ExpiresAt)],
            ApprovalState.Approved => Text["CardApproved"],
            ApprovalState.Rejected => Text["CardRejected"],
            _ => Text[card.Effect == Effect.Outward ? "CardExpiredUnsent" : "CardExpired"],
        }));
        return new TelegramView(Fit(lines), true, card.State switch
        {
            ApprovalState.Open =>
            [
                Row(Button(Text[$"Approve{kind}"], new ButtonData(Press.Approve, card.Id, shown))),
                .. card.Always is { } recipient ? [Row(Button(Text["Always", Words.Start(recipient, ShortTitle)], new ButtonData(Press.Always, card.Id, shown)))] : Array.Empty<IReadOnlyList<InlineKeyboardButton>>(),
                Row(Button(Text[$"Reject{kind}"], new ButtonData(Press.Reject, card.Id, shown))),
            ],
            ApprovalState.Expired when !card.AskedAgain => [Row(Button(Text["AskAgain"], new ButtonData(Press.AskAgain, card.Id, shown)))],
            _ => [],
        });
    }

    /// <summary>A button of ours.</summary>
    public static InlineKeyboardButton Button(string text, ButtonData data) => InlineKeyboardButton.WithCallbackData(text, data.ToString());

    /// <summary>A row of them.</summary>
    public static IReadOnlyList<InlineKeyboardButton> Row(params IEnumerable<InlineKeyboardButton> buttons) => [.. buttons];

    /// <summary>A value; a long one in pieces, each of which is whole HTML.</summary>
    private static IEnumerable<string> ValueLines(CardValue value)
    {
        var pieces = TelegramText.Split(value.Value, LongestValue);
        return pieces.Count <= 1
            ? [Text["CardValue", TelegramText.Escape(value.Label), TelegramText.Escape(value.Value), TelegramText.Escape(value.Words)]]
            : [$"• <b>{TelegramText.Escape(value.Label)}</b> (<i>{TelegramText.Escape(value.Words)}</i>):", .. pieces.Select(TelegramText.Escape)];
    }

    /// <summary>A long card as several messages: all that would leave is shown, and the buttons stand under the last.</summary>
    private static List<string> Fit(List<string> lines)
    {
        var parts = new List<string>();
        var part = "";
        foreach (var line in lines)
        {
            if (part.Length > 0 && part.Length + line.Length + 1 > TelegramText.MostCharacters)
            {
                parts.Add(part);
                part = "";
            }

            part = part.Length == 0 ? line : $"{part}\n{line}";
        }

        return [.. parts, part];
    }

    private static Guid? IdOf(ReceiptView receipt) =>
        receipt.Result is { ValueKind: System.Text.Json.JsonValueKind.Object } result && result.TryGetProperty("id", out var id) && id.TryGetGuid(out var found) ? found : null;
}
