using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Takes actions back from the images of the rows that they changed. To take back a taking-back is to do again.</summary>
internal static class Undoing
{
    private static readonly Texts Text = new(typeof(Undoing));

    /// <summary>Takes back all of them, or none: a row that differs by now stops everything.</summary>
    /// <exception cref="ToolException">conflict, with both versions in words.</exception>
    public static async Task<UndoView> UndoAsync(
        AppDbContext db, IReadOnlyList<ActionRow> actions, Guid by, Words words, UndoElsewhere elsewhere, CancellationToken cancellationToken)
    {
        var changed = new List<UndoneAction>();
        if (actions.Count > 1 && actions.Any(UndoElsewhere.Concerns))
        {
            // What happened elsewhere and what happened here cannot be taken back in one transaction.
            throw new ToolException(ErrorCode.Conflict, Text["OneByOne", string.Join(", ", actions.Select(ActionView.TextOf))]) { Parameter = "action" };
        }

        foreach (var action in actions)
        {
            await CheckAsync(db, action, elsewhere, cancellationToken);
            if (UndoElsewhere.Concerns(action))
            {
                await elsewhere.UndoAsync(action, cancellationToken);
                await MarkAsync(db, action, true, by, changed, cancellationToken);
                continue;
            }

            var conflicts = await db.Database
                .SqlQuery<string>($"select undo_action({action.Id})::text as \"Value\"").ToListAsync(cancellationToken);
            if (UndoConflict.InWords(conflicts[0], words) is { } differences)
            {
                throw new ToolException(ErrorCode.Conflict, Text["Differs", ActionView.TextOf(action), differences]) { Parameter = "action" };
            }

            await MarkAsync(db, action, true, by, changed, cancellationToken);
        }

        // The rows changed below the context's feet.
        db.ChangeTracker.Clear();
        return new UndoView([.. actions.Select(action => action.Id)], changed);
    }

    private static async Task CheckAsync(
        AppDbContext db, ActionRow action, UndoElsewhere elsewhere, CancellationToken cancellationToken)
    {
        var (code, text) = action switch
        {
            { State: ActionState.Undone } => (ErrorCode.Conflict, "AlreadyUndone"),
            { State: not ActionState.Done } => (ErrorCode.Conflict, "NeverHappened"),
            _ when UndoElsewhere.Concerns(action) && !elsewhere.Can(action) => (ErrorCode.Unavailable, "NotYetElsewhere"),
            { UndoUntil: null } => (ErrorCode.Invalid, "ChangedNothing"),
            _ when !await db.Actions.AnyAsync(row => row.Id == action.Id && row.UndoUntil > DateTimeOffset.UtcNow, cancellationToken) =>
                (ErrorCode.Invalid, "TooLate"),
            _ => (default, ""),
        };
        if (text.Length > 0)
        {
            throw new ToolException(code, Text[text, ActionView.TextOf(action)]) { Parameter = "action" };
        }
    }

    /// <summary>Sets where an action stands now, and where what it had taken back stands.</summary>
    private static async Task MarkAsync(
        AppDbContext db, ActionRow action, bool undone, Guid by, List<UndoneAction> changed, CancellationToken cancellationToken)
    {
        await db.Actions.Where(row => row.Id == action.Id).ExecuteUpdateAsync(
            row => row
                .SetProperty(stored => stored.State, undone ? ActionState.Undone : ActionState.Done)
                .SetProperty(stored => stored.UndoneBy, undone ? by : (Guid?)null),
            cancellationToken);
        if (action.Function != ActionQueries.Undo)
        {
            changed.Add(new UndoneAction(action.Id, action.Function, ActionView.TextOf(action), !undone));
            return;
        }

        var taken = JsonSerializer.Deserialize<UndoView>(action.Result!, ToolJson.Options)!.Taken;
        foreach (var id in taken)
        {
            var earlier = await db.Actions.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
            await MarkAsync(db, earlier, !undone, action.Id, changed, cancellationToken);
        }
    }
}
