using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Carries out the owner's decision on a card: a no ends the action; a yes is a message whose turn begins with exactly the approved call,
/// so that nobody is asked again.
/// </summary>
internal sealed class Decisions(
    AppDbContext db, CurrentUser user, ApprovalDesk desk, ActionTransaction transaction, CallContext call, PluginCatalog catalog,
    TurnStore store, TurnRunner runner, TimeProvider clock)
{
    private const string HomeChannel = "web";
    private const string HomeChat = "main";
    private static readonly Texts Text = new(typeof(Decisions));

    /// <summary>Decides. Returns the turn that carries an approved call out, where it begins at once.</summary>
    public async Task<Guid?> DecideAsync(Guid approvalId, string hash, bool approve, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        try
        {
            var action = await desk.DecideAsync(approvalId, hash, approve, cancellationToken);
            return approve
                ? await ApproveAsync(approvalId, action, cancellationToken)
                : await RejectAsync(action, Text["Rejected", action.Text], cancellationToken);
        }
        catch
        {
            await transaction.RollbackAsync();
            throw;
        }
    }

    /// <summary>Nobody decided in time: nothing is done, and the log says so.</summary>
    public async Task ExpireAsync(Guid approvalId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        try
        {
            if (await desk.ExpireAsync(approvalId, cancellationToken) is { } action)
            {
                await RejectAsync(action, Text["Expired", action.Text], cancellationToken);
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

    private async Task<Guid?> ApproveAsync(Guid approvalId, ActionRow action, CancellationToken cancellationToken)
    {
        var chat = await db.Set<Conversation>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == action.ConversationId, cancellationToken);
        var received = await store.ReceiveInTransactionAsync(
            user.Required,
            new NewMessage(
                chat?.Channel ?? HomeChannel, chat?.Chat ?? HomeChat, "approvals", approvalId.ToString(), Text["Approved", action.Text],
                clock.GetUtcNow(), approvalId),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (received.Begins)
        {
            runner.Start(user.Required, received.TurnId!.Value, 1);
        }

        return received.TurnId;
    }

    private async Task<Guid?> RejectAsync(ActionRow action, string reason, CancellationToken cancellationToken)
    {
        var (plugin, function) = FunctionName.Split(action.Function);
        var entry = new ActionEntry
        {
            Id = action.Id,
            TurnId = action.TurnId,
            ConversationId = action.ConversationId,
            Key = action.Key,
            Function = catalog.Find(plugin, function) ?? throw new ToolException(ErrorCode.NotFound, Text["GoneFunction", action.Function]),
            Door = Code.Parse<Doors>(action.Door),
            Arguments = JsonNode.Parse(action.Arguments)!.AsObject(),
            Hash = action.ArgumentsHash,
            Origin = action.Origin,
            Effect = Code.Parse<Effect>(action.Effect),
            State = ActionState.Refused,
        };
        entry.Fail(new ToolException(ErrorCode.Denied, reason));
        await transaction.CommitAsync(entry, call, cancellationToken);
        return null;
    }
}
