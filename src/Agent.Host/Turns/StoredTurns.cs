using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>A turn: what was said, what was done, what was answered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Planner">Who answered.</param>
/// <param name="Messages">What was said, oldest first.</param>
/// <param name="Text">What the assistant said, apart from receipts of writes.</param>
/// <param name="Reply">The whole reply in words.</param>
/// <param name="Question">The question that it asks, or none.</param>
/// <param name="Receipts">What was done, in order.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record TurnView(
    Guid Id, Guid ConversationId, TurnState State, string? Planner, IReadOnlyList<MessageView> Messages, string Text, string Reply,
    string? Question, IReadOnlyList<ReceiptView> Receipts, DateTimeOffset StartedAt, DateTimeOffset? EndedAt);

/// <summary>One message of a person.</summary>
/// <param name="Id">The sender's own id of it.</param>
/// <param name="Text">What was said.</param>
/// <param name="SaidAt">When.</param>
/// <param name="Foreign">Whether others wrote it, and the person only passed it on.</param>
public sealed record MessageView(string Id, string Text, DateTimeOffset SaidAt, bool Foreign = false);

/// <summary>Reads turns back.</summary>
internal sealed class StoredTurns(AppDbContext db, OtherReadings others, ApprovalCards cards, TimeProvider clock)
{
    private static readonly Texts Text = new(typeof(StoredTurns));

    /// <summary>One turn of the current person, or null.</summary>
    public async Task<TurnView?> FindAsync(Guid turnId, CancellationToken cancellationToken) =>
        (await ViewsAsync(db.Set<Turn>().Where(turn => turn.Id == turnId), cancellationToken)).SingleOrDefault();

    /// <summary>The turns of a chat before a given one, oldest first, and whether there are older ones.</summary>
    public async Task<(Guid? ConversationId, IReadOnlyList<TurnView> Turns, bool More)> PageAsync(
        string channel, string chat, Guid? before, int limit, CancellationToken cancellationToken)
    {
        var conversation = await db.Set<Conversation>().Where(row => row.Channel == channel && row.Chat == chat)
            .Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken);
        var query = db.Set<Turn>().Where(turn => turn.ConversationId == conversation);
        if (before is { } turnId)
        {
            query = query.Where(turn => turn.Id < turnId);
        }

        var turns = await ViewsAsync(query.OrderByDescending(turn => turn.Id).Take(limit + 1), cancellationToken);
        return (conversation, [.. turns.TakeLast(limit)], turns.Count > limit);
    }

    /// <summary>A stored turn as events, in one piece.</summary>
    public static IEnumerable<NumberedEvent> EventsOf(TurnView turn)
    {
        var live = new LiveTurn(turn.Id);
        live.Begin(turn.ConversationId);
        foreach (var receipt in turn.Receipts)
        {
            live.Show(receipt, null);
        }

        if (turn.Text.Length > 0)
        {
            live.Say(turn.Text);
        }

        live.End(turn.ConversationId, turn.State, new RunResult(turn.Question, turn.Planner));
        return live.ToldSoFar();
    }

    private async Task<List<TurnView>> ViewsAsync(IQueryable<Turn> query, CancellationToken cancellationToken)
    {
        var turns = await query.AsNoTracking().ToListAsync(cancellationToken);
        var ids = turns.Select(turn => turn.Id).ToList();
        var messages = await db.Set<IncomingMessage>().AsNoTracking()
            .Where(row => row.TurnId != null && ids.Contains(row.TurnId.Value)).OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var actions = await db.Actions.AsNoTracking()
            .Where(row => row.TurnId != null && ids.Contains(row.TurnId.Value)).OrderBy(row => row.Round).ThenBy(row => row.Position).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        var carriedOut = await ApprovedAsync(ids, cancellationToken);
        var now = clock.GetUtcNow();
        var receipts = await cards.OnAsync([.. actions.Select(row => ReceiptView.Of(row, now))], cancellationToken);
        return [.. turns.OrderBy(turn => turn.Id).Select(turn => new TurnView(
            turn.Id, turn.ConversationId, turn.State, turn.Planner,
            [.. messages.Where(row => row.TurnId == turn.Id).Select(row => new MessageView(row.ExternalId, row.Text.Length > 0 ? row.Text : Text["ForgottenMessage"], row.SaidAt, Origin.IsUntrusted(row.Origin)))],
            turn.Text ?? "", turn.Reply ?? "", turn.Question,
            others.OnLast(
                [.. carriedOut.Where(done => done.Turn == turn.Id).Select(done => ReceiptView.Of(done.Action, now)), .. receipts.Where(receipt => receipt.TurnId == turn.Id)],
                [.. messages.Where(row => row.TurnId == turn.Id).Select(row => (row.Text, row.SaidAt))]),
            turn.StartedAt, turn.EndedAt))];
    }

    /// <summary>Approved calls, by the turn that carried them out: their rows stand with the turn that asked.</summary>
    private async Task<List<(Guid Turn, ActionRow Action)>> ApprovedAsync(List<Guid> turns, CancellationToken cancellationToken)
    {
        var rows = await (
            from message in db.Set<IncomingMessage>().AsNoTracking()
            join approval in db.Approvals.AsNoTracking() on message.ApprovalId equals approval.Id
            join action in db.Actions.AsNoTracking() on approval.ActionId equals action.Id
            where message.TurnId != null && turns.Contains(message.TurnId.Value)
            select new { message.TurnId, action }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.TurnId!.Value, row.action))];
    }
}
