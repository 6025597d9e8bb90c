using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>Reads how a turn came to its answer. It shows what is stored of it, and nothing that was worked out afterwards.</summary>
internal sealed class TurnTraces(AppDbContext db, Spending spending, TracedCalls calls)
{
    private const int Begins = 80;

    /// <summary>The trace of a turn of the current person; null where there is none.</summary>
    public async Task<TurnTraceView?> FindAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var turn = await db.Set<Turn>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == turnId, cancellationToken);
        if (turn is null)
        {
            return null;
        }

        var messages = await db.Set<IncomingMessage>().AsNoTracking().Where(row => row.TurnId == turnId)
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var traced = await calls.OfAsync(turnId, messages, cancellationToken);
        var models = await ModelCallsAsync(turnId, cancellationToken);
        // A command and an approved call ask no planner, whichever would have answered.
        var unasked = turn is { Zone: not null, Shown: null };
        return new TurnTraceView(
            turn.Id, turn.ConversationId, await ChannelAsync(turn.ConversationId, cancellationToken), turn.State, turn.StartedAt, turn.EndedAt,
            unasked ? null : turn.Planner, turn.Model, turn.PromptHash, turn.CatalogueHash,
            [.. messages.Select(row => new TracedMessage(row.Text, row.SaidAt, row.Origin, ApprovalCards.Whose(row.Origin)))],
            await ContextAsync(turn, cancellationToken), traced, models, CostOf(models), messages.Exists(row => row.Text.Length == 0));
    }

    private Task<string> ChannelAsync(Guid conversation, CancellationToken cancellationToken) =>
        db.Set<Conversation>().Where(row => row.Id == conversation).Select(row => row.Channel).SingleAsync(cancellationToken);

    private async Task<TracedContext?> ContextAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn is not { Context: { } origin, Zone: { } zone, Language: { } language })
        {
            return null;
        }

        var shown = turn.Shown ?? [];
        var said = await db.Set<IncomingMessage>().AsNoTracking().Where(row => row.TurnId != null && shown.Contains(row.TurnId.Value))
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).Select(row => new { row.TurnId, row.SaidAt, row.Text }).ToListAsync(cancellationToken);
        return new TracedContext(
            [.. shown.Select(id => said.Find(row => row.TurnId == id) is { } first ? new EarlierTurn(id, first.SaidAt, Words.Start(first.Text, Begins)) : new EarlierTurn(id, null, ""))],
            origin, ApprovalCards.Whose(origin), zone, language);
    }

    private async Task<List<ModelCallView>> ModelCallsAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ModelCall>().AsNoTracking().Where(row => row.TurnId == turnId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var terms = await spending.TermsAsync(cancellationToken);
        return [.. rows.Select(row => ModelCallView.Of(row, terms))];
    }

    private static TracedCost? CostOf(List<ModelCallView> models)
    {
        if (models.Count == 0)
        {
            return null;
        }

        var (tokens, money) = (models.Sum(made => made.InputTokens + made.OutputTokens + made.ThoughtTokens), models.Sum(made => made.Cost));
        return new TracedCost(tokens, money, models[0].Currency, WhyWords.Cost(tokens, money, models[0].Currency));
    }
}
