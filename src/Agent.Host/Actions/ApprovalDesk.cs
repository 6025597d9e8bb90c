using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using NodaTime;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What a planner or an agent is told of a call that waits for the owner.</summary>
internal sealed record PendingApproval(Guid ApprovalId, string Hash, DateTimeOffset ExpiresAt)
{
    public string Status => "pending_approval";
}

/// <summary>Asks the owner for exactly one call, bound to the hash of its arguments. Nothing waits for the answer.</summary>
internal sealed class ApprovalDesk(
    AppDbContext db, Person person, CallContext call, CurrentAction current, ApprovalCards cards, StandingPermissions permissions, CardNews news, ActionTransaction transaction,
    Ways ways, Outbox outbox)
{
    /// <summary>Makes the card of a call that has to wait, and commits.</summary>
    public async Task AskAsync(ActionEntry entry, FunctionInvocationContext context, CancellationToken cancellationToken)
    {
        var text = await PreviewAsync(entry, context.Kernel, context.Arguments, cancellationToken);
        if (current.Kept is { } resolved)
        {
            // The preview found out which thing is meant: the card is bound to that one, whatever the words would mean later.
            (entry.Arguments, entry.Hash) = (resolved, ActionKey.Hash(entry.Function.FullName, resolved));
        }

        entry.Judgement = entry.Judgement! with { Origins = ValueOrigins.Of(entry.Arguments, call) };
        var card = new Approval
        {
            ActionId = entry.Id,
            Hash = entry.Hash,
            Text = text,
            Origins = entry.Judgement.Origins.ToJsonString(ToolJson.Options),
            Recipient = permissions.Offered(entry),
        };
        var receipt = await PlaceAsync(entry, card, CardLife.Of(entry.Door, person), cancellationToken);
        if (call.Turn is null && entry.Door != Doors.Web)
        {
            await BringAsync(card.Id, cancellationToken);
        }

        await transaction.CommitAsync(receipt, entry, call, cancellationToken);
    }

    /// <summary>Stores a call that waits and its card, within the running transaction. Returns the receipt that shows it.</summary>
    public async Task<ReceiptView> PlaceAsync(ActionEntry entry, Approval card, Duration life, CancellationToken cancellationToken)
    {
        card.ExpiresAt = await db.Database.SqlQuery<DateTimeOffset>($"""select now() + {life.ToTimeSpan()} as "Value" """).SingleAsync(cancellationToken);
        entry.State = ActionState.PendingApproval;
        entry.Text = card.Text;
        entry.Result = JsonSerializer.SerializeToElement(new PendingApproval(card.Id, card.Hash, card.ExpiresAt), ToolJson.Options);
        var row = await transaction.RecordAsync(entry, call, cancellationToken);
        await using var batch = db.Batch().Add(
            """
            insert into approvals (user_id, id, action_id, hash, text, origins, recipient, renews, state, expires_at)
            values ($1, $2, $3, $4, $5, $6::json, $7, $8, 'open', $9)
            """,
            person.Id, card.Id, card.ActionId, card.Hash, card.Text, card.Origins, card.Recipient, card.Renews, card.ExpiresAt)
            .Add("insert into work (user_id, kind, id, run_at, attempts, owner, fence) values ($1, 'approval', $2, $3, 0, 0, 0)", person.Id, card.Id, card.ExpiresAt);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        Tell(card.Id);
        return ReceiptView.Of(row, person.Now.ToDateTimeOffset()) with { Approval = cards.View(card, row) };
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
            update approvals set state = {(approve ? "approved" : "rejected")}, decided_at = now(), decided_by = {Code.Of(call.Door)}
            where user_id = {person.Id} and id = {id} and hash = {hash} and state = 'open' and expires_at > now()
            returning action_id as "Value"
            """).ToListAsync(cancellationToken);
        if (decided is [var actionId])
        {
            await CloseAsync(id, cancellationToken);
            return await db.Actions.AsNoTracking().SingleAsync(row => row.Id == actionId, cancellationToken);
        }

        var card = await db.Approvals.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        throw card switch
        {
            null => new ToolException(ErrorCode.NotFound, texts["NoSuchCard"]),
            { State: ApprovalState.Open or ApprovalState.Expired } when card.Hash == hash => new ToolException(ErrorCode.Conflict, texts["Expired"]),
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
        await CloseAsync(id, cancellationToken);
        return expired is [var actionId] ? await db.Actions.AsNoTracking().SingleAsync(row => row.Id == actionId, cancellationToken) : null;
    }

    /// <summary>What a card shows of a call, by the function's own preview.</summary>
    public static async Task<string> PreviewAsync(ActionEntry entry, Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken)
    {
        if (entry.Function.Preview is not { } preview)
        {
            return $"{entry.Function.FullName} {entry.Arguments.ToJsonString(ToolJson.Options)}";
        }

        var words = await preview.InvokeAsync(kernel, arguments, cancellationToken);
        return words.GetValue<string>() ?? entry.Function.FullName;
    }

    /// <summary>No reply will show the card: it goes where the owner is. On the web it stands with the others that wait.</summary>
    private async Task BringAsync(Guid card, CancellationToken cancellationToken)
    {
        var way = await ways.ToAsync(null, cancellationToken);
        if (way.IsBrought)
        {
            await using var batch = db.Batch();
            outbox.Add(batch, new NewOutboxMessage(OutboxKind.Card, way.Channel, way.Chat, "", card));
            await batch.ExecuteNonQueryAsync(cancellationToken);
            transaction.After(outbox.Left);
        }
    }

    /// <summary>Nothing waits for the card any more, and every channel that shows it hears so.</summary>
    private async Task CloseAsync(Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"delete from work where user_id = {person.Id} and kind = 'approval' and id = {id}", cancellationToken);
        Tell(id);
    }

    private void Tell(Guid card)
    {
        var owner = person.Id;
        transaction.After(() => news.Tell(owner, card));
    }
}
