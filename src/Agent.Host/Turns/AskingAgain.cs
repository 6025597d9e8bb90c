using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Behind <c>actions.ask_again</c>: one new card of the very call for which an expired one asked. The old card stays dead.</summary>
internal sealed class AskingAgain(
    AppDbContext db, Person person, ApprovalDesk desk, Decisions decisions, ActionTransaction transaction, ActionLedger ledger, CallContext call, Kernel kernel)
{
    private static readonly Texts Text = new(typeof(AskingAgain));

    public async Task<AskedAgainView> AskAsync(CardChoice choice, CancellationToken cancellationToken)
    {
        var old = await choice.FindAsync(db, person, ApprovalState.Expired, cancellationToken);
        // Whoever presses at the same time waits here, and finds the new card.
        await db.Database.ExecuteSqlAsync($"select 1 from approvals where user_id = {person.Id} and id = {old.Id} for update", cancellationToken);
        if (await db.Approvals.Where(row => row.Renews == old.Id).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return new AskedAgainView(known, old.Id);
        }

        if (await desk.ExpireAsync(old.Id, cancellationToken) is { } ended)
        {
            // The sweep had not come by yet.
            await ledger.RecordAsync(decisions.Expired(ended), [], commit: false, cancellationToken);
        }

        var state = await db.Approvals.Where(row => row.Id == old.Id).Select(row => row.State).SingleAsync(cancellationToken);
        if (state != ApprovalState.Expired)
        {
            throw new ToolException(ErrorCode.Conflict, Text[state == ApprovalState.Open ? "StillOpen" : "DecidedAlready"]) { Parameter = "approval" };
        }

        return await RenewAsync(old, cancellationToken);
    }

    private async Task<AskedAgainView> RenewAsync(Approval old, CancellationToken cancellationToken)
    {
        var action = await db.Actions.AsNoTracking().SingleAsync(row => row.Id == old.ActionId, cancellationToken);
        var entry = decisions.Entry(action, another: Guid.CreateVersion7());
        Arguments.Check(entry.Function, entry.Arguments);
        if (ActionKey.Hash(entry.Function.FullName, entry.Arguments) != old.Hash)
        {
            throw new ToolException(ErrorCode.Conflict, Text["DecidedAlready"]) { Parameter = "approval" };
        }

        var card = new Approval
        {
            ActionId = entry.Id,
            Hash = old.Hash,
            Text = await ApprovalDesk.PreviewAsync(entry, kernel, Arguments.ToKernel(entry.Arguments), cancellationToken),
            Origins = old.Origins,
            Recipient = old.Recipient,
            Renews = old.Id,
        };
        var receipt = await desk.PlaceAsync(entry, card, CardLife.InConversation, cancellationToken);
        transaction.After(() => call.Tell(receipt, null));
        return new AskedAgainView(card.Id, old.Id);
    }
}
