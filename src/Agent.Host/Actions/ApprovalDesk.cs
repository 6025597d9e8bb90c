using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What a planner or an agent is told of a call that waits for the owner.</summary>
internal sealed record PendingApproval(Guid ApprovalId, string Hash, DateTimeOffset ExpiresAt)
{
    public string Status => "pending_approval";
}

/// <summary>Asks the owner for exactly one call, bound to the hash of its arguments. Nothing waits for the answer.</summary>
internal sealed class ApprovalDesk(AppDbContext db, Person person, CallContext call, ActionTransaction transaction)
{
    private static readonly TimeSpan InConversation = TimeSpan.FromMinutes(5);

    public async Task AskAsync(ActionEntry entry, FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        var expires = await db.Database.SqlQuery<DateTimeOffset>($"""select now() + {InConversation} as "Value" """).SingleAsync(cancellationToken);
        var approval = new Approval
        {
            ActionId = entry.Id,
            Hash = entry.Hash,
            Text = await PreviewAsync(entry, context),
            State = ApprovalState.Open,
            ExpiresAt = expires,
        };
        entry.State = ActionState.PendingApproval;
        entry.Text = approval.Text;
        entry.Result = JsonSerializer.SerializeToElement(new PendingApproval(approval.Id, approval.Hash, expires), ToolJson.Options);
        var receipt = await transaction.RecordAsync(entry, call, cancellationToken);
        await using (var batch = db.Batch().Add(
            """
            insert into approvals (user_id, id, action_id, hash, text, state, expires_at)
            values ($1, $2, $3, $4, $5, 'open', $6)
            """,
            person.Id, approval.Id, approval.ActionId, approval.Hash, approval.Text, expires)
            .Add("insert into work (user_id, kind, id, run_at, attempts, owner, fence) values ($1, 'approval', $2, $3, 0, 0, 0)", person.Id, approval.Id, expires))
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(receipt, entry, call, cancellationToken);
    }

    /// <summary>
    /// Takes the owner's decision on the card with the hash that was on the screen, within the running transaction.
    /// Returns the action that waited.
    /// </summary>
    /// <exception cref="ToolException">not_found, or conflict: decided, expired, or another card.</exception>
    public async Task<ActionRow> DecideAsync(Guid id, string hash, bool approve, CancellationToken cancellationToken)
    {
        var texts = new Texts(typeof(ApprovalDesk));
        var decided = await db.Database.SqlQuery<Guid>($"""
            update approvals set state = {(approve ? "approved" : "rejected")}, decided_at = now()
            where user_id = {person.Id} and id = {id} and hash = {hash} and state = 'open' and expires_at > now()
            returning action_id as "Value"
            """).ToListAsync(cancellationToken);
        if (decided is [var actionId])
        {
            await ForgetAsync(id, cancellationToken);
            return await db.Actions.AsNoTracking().SingleAsync(row => row.Id == actionId, cancellationToken);
        }

        var card = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        throw card switch
        {
            null => new ToolException(ErrorCode.NotFound, texts["NoSuchCard"]),
            { State: ApprovalState.Open } when card.Hash == hash => new ToolException(ErrorCode.Conflict, texts["Expired"]),
            _ => new ToolException(ErrorCode.Conflict, texts["AlreadyDecided"]),
        };
    }

    /// <summary>
    /// Takes silence for a no, within the running transaction, where a card's time is over. Returns the action that waited; null where the card
    /// was decided meanwhile.
    /// </summary>
    public async Task<ActionRow?> ExpireAsync(Guid id, CancellationToken cancellationToken)
    {
        var expired = await db.Database.SqlQuery<Guid>($"""
            update approvals set state = 'expired', decided_at = now()
            where user_id = {person.Id} and id = {id} and state = 'open' and expires_at <= now()
            returning action_id as "Value"
            """).ToListAsync(cancellationToken);
        await ForgetAsync(id, cancellationToken);
        return expired is [var actionId] ? await db.Actions.AsNoTracking().SingleAsync(row => row.Id == actionId, cancellationToken) : null;
    }

    private Task<int> ForgetAsync(Guid id, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"delete from work where user_id = {person.Id} and kind = 'approval' and id = {id}", cancellationToken);

    private static async Task<string> PreviewAsync(ActionEntry entry, FunctionInvocationContext context)
    {
        if (entry.Function.Preview is not { } preview)
        {
            return $"{entry.Function.FullName} {entry.Arguments.ToJsonString(ToolJson.Options)}";
        }

        var words = await preview.InvokeAsync(context.Kernel, context.Arguments, context.CancellationToken);
        return words.GetValue<string>() ?? entry.Function.FullName;
    }
}
