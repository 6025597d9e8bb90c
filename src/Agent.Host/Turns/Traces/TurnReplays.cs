using System.Data;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>
/// Runs a turn again from its recorded answers: the function loop and the policy as they run live, no planner, and no effect. The database
/// holds it to that: the transaction is read only.
/// </summary>
internal sealed class TurnReplays(
    AppDbContext db, CurrentUser user, PersonLoader people, Person person, CallContext call, TurnContextReader contexts, Planner planner)
{
    private static readonly Texts Text = new(typeof(TurnReplays));

    /// <summary>Replays a turn of the current person; null where there is none.</summary>
    /// <exception cref="ToolException">conflict: it still runs, or nothing is recorded of it.</exception>
    public async Task<TurnReplayView?> ReplayAsync(Guid turnId, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.ExecuteSqlAsync($"set transaction read only", cancellationToken);
        var turn = await db.Set<Turn>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == turnId, cancellationToken);
        return turn is null ? null : await ReplayAsync(turn, cancellationToken);
    }

    private async Task<TurnReplayView> ReplayAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.State == TurnState.Running)
        {
            throw new ToolException(ErrorCode.Conflict, Text["StillRuns"]);
        }

        var context = await contexts.ReadAgainAsync(turn.Id, turn.Shown, cancellationToken);
        if (context.Answers.Count == 0 && context.Approved is not { Hash.Length: > 0 })
        {
            throw new ToolException(ErrorCode.Conflict, Text["NothingRecorded"]);
        }

        var replay = await ReadAsync(context, cancellationToken);
        using var record = Begin(turn, context, replay, cancellationToken);
        await planner.ReplayAsync(context, record, call.Door);
        replay.AddMissing();
        return new TurnReplayView(turn.Id, replay.Calls.All(found => found.Same), replay.Calls, [.. replay.Calls.Where(found => !found.Same).SelectMany(Differences)]);
    }

    private async Task<Replay> ReadAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var carriedOut = context.Approved?.ActionId;
        var rows = await db.Actions.AsNoTracking().Where(row => (row.TurnId == context.TurnId && row.Round != null) || row.Id == carriedOut)
            .OrderBy(row => row.Round).ThenBy(row => row.Position).ToListAsync(cancellationToken);
        var ids = rows.Select(row => row.Id).ToList();
        var asked = await db.Approvals.Where(card => ids.Contains(card.ActionId)).Select(card => card.ActionId).ToListAsync(cancellationToken);
        // What was read here is no part of the turn's context.
        db.TakeForeign();
        return new Replay(rows, asked.ToHashSet()) { Door = rows.Find(row => row.TurnId == context.TurnId)?.Door };
    }

    /// <summary>The turn begins again as it began: with the messages, the history and the label that it had.</summary>
    private TurnRecord Begin(Turn turn, TurnContext context, Replay replay, CancellationToken cancellationToken)
    {
        people.Become(user.Required, context.Profile, context.SaidAt, context.Said);
        person.ConversationId = context.ConversationId;
        var record = new TurnRecord(turn.Id, turn.ConversationId, fence: 0, cancellationToken) { Planner = planner.Describe(), Approved = context.Approved };
        foreach (var (round, answer) in context.Answers)
        {
            record.Answers[round] = answer;
        }

        call.Begin(context, record, replay.Door is { } door ? Code.Parse<Doors>(door) : OwnersCommands.Are(context) ? Doors.Command : Doors.Chat);
        call.Taint(turn.Context);
        call.Replay = replay;
        return record;
    }

    private static IEnumerable<string> Differences(ReplayedCall found)
    {
        if (found.Recorded != found.Now)
        {
            yield return Text["Decided", found.Function, Text[$"Decision_{found.Recorded}"], Text[$"Decision_{found.Now}"], WhyWords.OfRule(found.Rule ?? found.RecordedRule) is { } why ? $" ({why})" : ""];
        }

        if (!found.SameArguments)
        {
            yield return Text["OtherArguments", found.Function];
        }
    }

}
