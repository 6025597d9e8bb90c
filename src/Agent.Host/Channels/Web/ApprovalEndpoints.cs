using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>What the owner decided.</summary>
public enum Decision
{
    /// <summary>Do exactly this.</summary>
    Approve,

    /// <summary>Don't.</summary>
    Reject,
}

/// <summary>The owner's decision on the card with this hash.</summary>
public sealed record NewDecision(Decision Decision, string Hash);

/// <summary>What came of a decision.</summary>
/// <param name="TurnId">The turn that carries it out; none after a no, or while another turn of the conversation runs.</param>
public sealed record DecisionView(Guid? TurnId);

/// <summary>Approval cards, for the owner's hand only.</summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/approvals").WithTags("approvals");
        group.MapGet("/", ListAsync).WithName("GetApprovals");
        group.MapPost("/{id:guid}/decision", DecideAsync).WithName("DecideApproval");
    }

    private static async Task<List<ApprovalView>> ListAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var cards = await (
            from approval in db.Approvals.AsNoTracking()
            join action in db.Actions.AsNoTracking() on approval.ActionId equals action.Id
            // Translated: the database's clock, by which the decision counts too.
            where approval.State == ApprovalState.Open && approval.ExpiresAt > DateTimeOffset.UtcNow
            orderby approval.Id
            select new { approval, action }).ToListAsync(cancellationToken);
        return [.. cards.Select(card => new ApprovalView(
            card.approval.Id, card.action.Id, card.action.Function, card.approval.Text, JsonDocument.Parse(card.action.Arguments).RootElement,
            card.approval.Hash, card.approval.ExpiresAt, card.approval.State))];
    }

    private static async Task<DecisionView> DecideAsync(
        Guid id, NewDecision decision, Decisions decisions, CancellationToken cancellationToken) =>
        new(await decisions.DecideAsync(id, decision.Hash, decision.Decision == Decision.Approve, cancellationToken));
}
