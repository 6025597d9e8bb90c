using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// What the owner's decision on a card leads to, within the transaction of the function by which it was taken: a no ends the action that waited;
/// a yes is a message whose turn begins with exactly the approved call, so that nobody is asked again.
/// </summary>
internal sealed class Decisions(
    AppDbContext db, CurrentUser user, Person person, ApprovalDesk desk, ActionTransaction transaction, ActionLedger ledger, CallContext call,
    PluginCatalog catalog, TurnStore store, TurnRunner runner, TimeProvider clock)
{
    private const string HomeChannel = "web";
    private const string HomeChat = "main";
    private static readonly Texts Text = new(typeof(Decisions));

    /// <summary>Takes a decision: behind <c>actions.approve</c> and <c>actions.reject</c>.</summary>
    public async Task<DecidedView> DecideAsync(CardChoice choice, bool approve, CancellationToken cancellationToken)
    {
        var card = await choice.FindAsync(db, person, ApprovalState.Open, cancellationToken);
        var action = await desk.DecideAsync(card.Id, card.Hash, approve, cancellationToken);
        if (approve)
        {
            return new DecidedView(card.Id, action.Id, true, card.Text, await ReceiveAsync(card.Id, action, cancellationToken));
        }

        await ledger.RecordAsync(Refused(action, Text["Rejected", card.Text]), [], commit: false, cancellationToken);
        return new DecidedView(card.Id, action.Id, false, card.Text, null);
    }

    /// <summary>Nobody decided in time: nothing is done, and the log says so. In a transaction of its own.</summary>
    public async Task ExpireAsync(Guid approvalId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        try
        {
            if (await desk.ExpireAsync(approvalId, cancellationToken) is { } action)
            {
                await transaction.CommitAsync(Expired(action), call, cancellationToken);
            }
            else
            {
                await transaction.CommitAsync(cancellationToken);
            }
        }
        catch
        {
            await transaction.RollbackAsync();
            throw;
        }
    }

    /// <summary>An action that nobody allowed in time, as it ends.</summary>
    public ActionEntry Expired(ActionRow action) => Refused(action, Text[action.Effect == Code.Of(Effect.Outward) ? "ExpiredUnsent" : "Expired", action.Text]);

    /// <summary>The call of a stored action as an entry; another one where an id is given.</summary>
    public ActionEntry Entry(ActionRow action, Guid? another = null)
    {
        var (plugin, function) = FunctionName.Split(action.Function);
        return new ActionEntry
        {
            Id = another ?? action.Id,
            TurnId = another is null ? action.TurnId : call.Turn?.TurnId ?? action.TurnId,
            ConversationId = action.ConversationId,
            Key = another is null ? action.Key : $"again:{action.Id:N}",
            Function = catalog.Find(plugin, function) ?? throw new ToolException(ErrorCode.NotFound, Text["GoneFunction", action.Function]),
            Door = Code.Parse<Doors>(action.Door),
            Arguments = JsonNode.Parse(action.Arguments)!.AsObject(),
            Hash = action.ArgumentsHash,
            Origin = action.Origin,
            Effect = Code.Parse<Effect>(action.Effect),
            Judgement = another is null || action.Verdict is null ? null : new Judgement(
                Code.Parse<Verdict>(action.Verdict), action.Rule, null, action.Context ?? action.Origin, JsonNode.Parse(action.Origins)!.AsObject()),
        };
    }

    private ActionEntry Refused(ActionRow action, string reason)
    {
        var entry = Entry(action);
        entry.State = ActionState.Refused;
        entry.Fail(new ToolException(ErrorCode.Denied, reason));
        return entry;
    }

    /// <summary>The message that carries the approved call out. Undo has no part in it: what it makes is the conversation's, not the decision's.</summary>
    private async Task<Guid?> ReceiveAsync(Guid approvalId, ActionRow action, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"select set_config('app.action_id', '', true)", cancellationToken);
        var chat = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == action.ConversationId, cancellationToken);
        var owner = user.Required;
        var received = await store.ReceiveInTransactionAsync(
            owner,
            new NewMessage(
                chat?.Channel ?? HomeChannel, chat?.Chat ?? HomeChat, "approvals", approvalId.ToString(), Text["Approved", action.Text],
                clock.GetUtcNow(), approvalId),
            cancellationToken);
        if (received.Begins)
        {
            transaction.After(() => runner.Start(owner, received.TurnId!.Value, 1));
        }

        return received.TurnId;
    }
}
