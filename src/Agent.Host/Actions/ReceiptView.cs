using System.Text.Json;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What was done, or why not: the proof of one call of a function.</summary>
/// <param name="Id">The action's id.</param>
/// <param name="TurnId">The turn that called it, or none.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Effect">What it does to the world.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">It in the person's words.</param>
/// <param name="Arguments">The arguments as called.</param>
/// <param name="Result">What came back: the view, or the error.</param>
/// <param name="Undoable">Whether it can be taken back now.</param>
/// <param name="UndoUntil">Until when.</param>
/// <param name="At">When it was called.</param>
public sealed record ReceiptView(
    Guid Id, Guid? TurnId, string Function, Effect Effect, ActionState State, string Text,
    JsonElement Arguments, JsonElement? Result, bool Undoable, DateTimeOffset? UndoUntil, DateTimeOffset At)
{
    private static readonly Texts Words = new(typeof(ReceiptView));

    /// <summary>What to say where the person meant the other hour or day ("era 05:00"), or none. Only the last deed of a turn has one: it is what a next message corrects.</summary>
    public string? Other { get; init; }

    /// <summary>The card that asks for it, where it waits for the owner or came to nothing.</summary>
    public ApprovalView? Approval { get; init; }

    internal static ReceiptView Of(ActionRow row, DateTimeOffset now) => new(
        row.Id, row.TurnId, row.Function, Enum.Parse<Effect>(row.Effect, true), row.State, row.Text ?? (row.ArgumentsHash.Length == 0 ? Words["ForgottenCall"] : ""),
        JsonDocument.Parse(row.Arguments).RootElement,
        row.Result is null ? null : JsonDocument.Parse(row.Result).RootElement,
        row.State == ActionState.Done && row.UndoUntil > now, row.UndoUntil, row.CreatedAt);
}
