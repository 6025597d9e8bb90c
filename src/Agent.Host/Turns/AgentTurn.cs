using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Files;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Turns.Claims;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>One turn: gather context, ask the planner, run the functions that it chose, reply, remember.</summary>
internal sealed class AgentTurn(
    AppDbContext db, CurrentUser user, PersonLoader people, Person person, CallContext call, TurnContextReader contexts, Planner planner, TurnStore store,
    OtherReadings others, Attachments attachments, ApprovalCards cards, ActionLedger ledger, AuditHeads heads, TurnSteps steps)
{
    private static readonly Texts Text = new(typeof(AgentTurn));

    /// <summary>Runs the turn to its end. Returns the next turn of the conversation, where messages wait for one.</summary>
    public async Task<Guid?> RunAsync(Guid turnId, long fence, LiveTurn live, CancellationToken cancellationToken)
    {
        IReadOnlyList<Settlement> counted = [];
        while (true)
        {
            var context = await GatherAsync(turnId, cancellationToken);
            person.Speak();
            using var turn = Begin(context, fence, live, cancellationToken);
            turn.Settlements.AddRange(counted);
            await steps.ReachedAsync(TurnStep.Gathered);
            try
            {
                var end = await AnswerAsync(context, turn, live);
                await steps.ReachedAsync(TurnStep.Replied);
                return await EndAsync(turn, end, live);
            }
            catch (MessageJoinedException)
            {
                // Nothing was stored and nothing was done: the planner is asked again, with the message that joined. What it cost counts.
                counted = turn.Settlements;
            }
            catch (Exception) when (turn.Settlements.Count > 0)
            {
                await store.SettleAsync(turn, CancellationToken.None);
                throw;
            }
        }
    }

    /// <summary>Ends a turn that cannot be answered, with words instead of an answer.</summary>
    public async Task<Guid?> GiveUpAsync(Guid turnId, long fence, TurnState state, LiveTurn live, CancellationToken cancellationToken)
    {
        // Reads as little as it can: what stopped the turn may be in its context.
        await people.LoadAsync(user.Required, cancellationToken);
        person.Speak();
        var (conversation, by, model) = await db.Set<Turn>().Where(row => row.Id == turnId)
            .Select(row => new ValueTuple<Guid, string?, string?>(row.ConversationId, row.Planner, row.Model)).SingleAsync(cancellationToken);
        using var turn = new TurnRecord(turnId, conversation, fence, cancellationToken) { Planner = planner.Describe().AnsweredBy(by, model), Answered = true };
        live.Begin(conversation);
        foreach (var receipt in await ReceiptsAsync(turnId, cancellationToken))
        {
            call.Receipts.Add(receipt);
            live.Show(receipt, null);
        }

        live.Say(Text[state == TurnState.Cancelled ? "Cancelled" : "Failed"]);
        return await EndAsync(turn, new TurnEnd(state, live.Text, ReplyText.Of(call.Receipts, live.Text, Words.Of(person)), null), live);
    }

    /// <summary>What the turn had done already.</summary>
    private async Task<List<ReceiptView>> ReceiptsAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var rows = await db.Actions.AsNoTracking().Where(row => row.TurnId == turnId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return await cards.OnAsync([.. rows.Select(row => ReceiptView.Of(row, person.Now.ToDateTimeOffset()))], cancellationToken);
    }

    private async Task<TurnContext> GatherAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var context = await contexts.ReadAsync(turnId, cancellationToken);
        if (context.Messages.Any(message => message.Files.Any(file => file.State == AttachmentState.Waiting)))
        {
            await attachments.FetchAsync(turnId, cancellationToken);
            context = await contexts.ReadAsync(turnId, cancellationToken);
        }

        people.Become(user.Required, context.Profile, context.SaidAt, context.Said);
        person.ConversationId = context.ConversationId;
        return context;
    }

    private TurnRecord Begin(TurnContext context, long fence, LiveTurn live, CancellationToken cancellationToken)
    {
        var turn = new TurnRecord(context.TurnId, context.ConversationId, fence, cancellationToken)
        {
            Planner = planner.Describe().AnsweredBy(context.AnsweredBy?.Planner, context.AnsweredBy?.Model),
            Joined = context.Joined,
            Answered = context.Answered,
            Approved = context.Approved,
        };
        call.Begin(context, turn, OwnersCommands.Are(context) ? Doors.Command : Doors.Chat);
        turn.Given = new TurnGiven(
            turn.Approved is null && call.Door == Doors.Chat ? [.. context.Shown] : null, call.Origin, person.Zone.Id, person.Language.Name);
        foreach (var (round, answer) in context.Answers)
        {
            turn.Answers[round] = answer;
        }

        call.Announce = (receipt, callId) =>
        {
            live.Show(receipt, callId);
            if (receipt is { Effect: Effect.Read, State: ActionState.Done })
            {
                live.Say(receipt.Text, paragraph: true);
            }
        };
        live.Begin(context.ConversationId);
        return turn;
    }

    private async Task<TurnEnd> AnswerAsync(TurnContext context, TurnRecord turn, LiveTurn live)
    {
        ChatResponse answer;
        var paragraph = true;
        var gate = new ReplyGate(
            text =>
            {
                live.Say(text, paragraph);
                paragraph = false;
            },
            sentence => call.Receipts.Exists(receipt => receipt.Text.Contains(sentence, StringComparison.Ordinal)));
        if (context.Day is { } day)
        {
            gate.Know(day);
        }

        call.Announce += (receipt, _) =>
        {
            paragraph = true;
            gate.Take(receipt);
        };
        try
        {
            answer = await planner.AnswerAsync(context, turn, gate.Add);
            gate.End();
        }
        catch (Exception) when (turn.Fault is not null)
        {
            throw turn.Fault;
        }

        if (turn.Fault is { } fault)
        {
            throw fault;
        }

        if ((turn.Approved is not null || call.Door == Doors.Command) && call.Receipts.Find(receipt => receipt.State is ActionState.Failed or ActionState.Refused) is { } failed)
        {
            // No planner was asked that would tell it.
            live.Say(failed.Text);
        }

        if (live.Text.Length == 0 && call.Receipts.Count == 0)
        {
            live.Say(Text["NotUnderstood"]);
        }

        var receipts = others.OnLast(call.Receipts, [.. context.Messages.Select(message => (message.Text, message.SaidAt))]);
        if (receipts.LastOrDefault(receipt => receipt.Other is not null) is { } open)
        {
            live.Retell(open);
        }

        return new TurnEnd(TurnState.Done, live.Text, ReplyText.Of(receipts, live.Text, Words.Of(person)), QuestionOf(answer.Messages.LastOrDefault()));
    }

    /// <summary>The question that the last message asks; it carries the call that waits for the answer.</summary>
    private static string? QuestionOf(ChatMessage? last) =>
        last is not null && last.Contents.Select(content => content.AdditionalProperties).Append(last.AdditionalProperties)
            .Any(properties => properties?.ContainsKey(PlannerContext.Question) == true)
            ? last.Text
            : null;

    private async Task<Guid?> EndAsync(TurnRecord turn, TurnEnd end, LiveTurn live)
    {
        var (next, head) = await store.EndAsync(user.Required, turn, end, ledger, steps, turn.Stopping);
        heads.Keep(user.Required, head);
        await steps.ReachedAsync(TurnStep.Ended);
        live.End(turn.ConversationId, end.State, new RunResult(end.Question, turn.Planner.Name));
        return next;
    }
}
