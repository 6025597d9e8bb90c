using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Which actions are meant.</summary>
public static class ActionQueries
{
    /// <summary>The function that takes back: what it changed is another action's doing.</summary>
    public const string Undo = "actions.undo";

    /// <summary>The owner's own decisions on cards: what came of them is listed itself.</summary>
    public static readonly IReadOnlyList<string> Decisions = ["actions.approve", "actions.reject", "actions.ask_again"];

    private const string Explain = "actions.explain";
    private const int Recent = 200;
    private static readonly Texts Text = new(typeof(ActionQueries));
    private static readonly string[] Reversible = ["write", "remote"];

    /// <summary>What happened and can be taken back or was, other than taking back itself; the latest first.</summary>
    public static IQueryable<ActionRow> Deeds(this IQueryable<ActionRow> actions) => actions.AsNoTracking()
        .Where(row => Reversible.Contains(row.Effect) && row.Function != Undo && row.UndoUntil != null
            && (row.State == ActionState.Done || row.State == ActionState.Undone))
        .Latest();

    /// <summary>The latest first.</summary>
    public static IOrderedQueryable<ActionRow> Latest(this IQueryable<ActionRow> actions) =>
        actions.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);

    /// <summary>The action that an id or words mean.</summary>
    public static async Task<ActionRow> MeantByAsync(
        this IQueryable<ActionRow> actions, string idOrWords, Words words, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(idOrWords, out var id))
        {
            return await actions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
                ?? throw new ToolException(ErrorCode.NotFound, Text["NoSuchAction"]) { Parameter = "action" };
        }

        var rows = await actions.Deeds().Take(Recent).ToListAsync(cancellationToken);
        var standing = rows.FindAll(row => row.State == ActionState.Done);
        return WordMatch.Find(
            standing.Exists(row => WordMatch.Has(row.Text, idOrWords)) ? standing : rows, idOrWords, "action",
            row => row.Id, row => row.Text ?? row.Function, row => Words.Line(row.Text, words.When(row.CreatedAt)));
    }

    /// <summary>What was done last before this, in the conversation where there is one; null where nothing was.</summary>
    public static async Task<ActionRow?> LastAsync(this IQueryable<ActionRow> actions, Person person, CurrentAction current, CancellationToken cancellationToken) =>
        await actions.AsNoTracking()
            .Where(row => row.Id != current.Id && row.Function != Explain && !Decisions.Contains(row.Function)
                && (person.ConversationId == null || row.ConversationId == person.ConversationId))
            .Latest().FirstOrDefaultAsync(cancellationToken);

    /// <summary>What the last writing turn of the conversation did and still stands, the latest first; never an earlier turn's.</summary>
    public static async Task<List<ActionRow>> LastTurnAsync(this AppDbContext db, Person person, CancellationToken cancellationToken)
    {
        var conversation = person.ConversationId
            ?? throw new ToolException(ErrorCode.Invalid, Text["UndoWhat"]) { Parameter = "action" };
        var deeds = db.Actions.Deeds().Where(row => row.ConversationId == conversation && row.TurnId != null);
        var turn = await deeds.Select(row => row.TurnId).FirstOrDefaultAsync(cancellationToken);
        var standing = await deeds.Where(row => row.TurnId == turn && row.State == ActionState.Done).ToListAsync(cancellationToken);
        return standing.Count > 0 ? standing : throw new ToolException(ErrorCode.Conflict, Text["NothingToUndo"]);
    }
}
