using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>What the owner decided.</summary>
public enum Decision
{
    /// <summary>Do exactly this.</summary>
    Approve,

    /// <summary>Don't.</summary>
    Reject,

    /// <summary>Do exactly this, and from now on without asking towards this recipient.</summary>
    Always,
}

/// <summary>The owner's decision on the card with this hash.</summary>
public sealed record NewDecision(Decision Decision, string Hash);

/// <summary>The card that was on the screen.</summary>
public sealed record CardOnScreen(string Hash);

/// <summary>What came of a decision.</summary>
/// <param name="TurnId">The turn that carries it out; none after a no, or while another turn of the conversation runs.</param>
public sealed record DecisionView(Guid? TurnId);

/// <summary>Approval cards: reads, and buttons that call the functions of the owner's hand. A program's token is no hand.</summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/approvals").WithTags("approvals");
        group.MapGet("/", (ApprovalCards cards, CancellationToken cancellationToken) => cards.OpenAsync(cancellationToken)).WithName("GetApprovals");
        group.MapGet("/{id:guid}", FindAsync).WithName("GetApproval");
        group.MapPost("/{id:guid}/decision", DecideAsync).WithName("DecideApproval");
        group.MapPost("/{id:guid}/again", AskAgainAsync).WithName("AskApprovalAgain");
        // Told as they change; who hears one looks at it anew.
        group.MapGet("/changes", Listen).WithName("GetApprovalChanges").Produces<CardChange>(200, "text/event-stream");
    }

    private static async Task<ApprovalView> FindAsync(Guid id, ApprovalCards cards, CancellationToken cancellationToken) =>
        await cards.FindAsync(id, cancellationToken)
            ?? throw new ToolException(ErrorCode.NotFound, new Texts(typeof(ApprovalDesk))["NoSuchCard"]);

    private static async Task<DecisionView> DecideAsync(Guid id, NewDecision decision, HttpContext context, Buttons buttons, ApprovalCards cards)
    {
        if (decision.Decision == Decision.Always && await cards.FindAsync(id, context.RequestAborted) is { Always: null })
        {
            // Before anything is done: half of a decision is none.
            throw new ToolException(ErrorCode.Denied, new Texts(typeof(ApprovalDesk))["NeverAlways"]);
        }

        var named = new JsonObject { ["approval"] = id, ["hash"] = decision.Hash };
        var decided = await buttons.PressAsync(context, decision.Decision == Decision.Reject ? "reject" : "approve", named);
        if (decision.Decision == Decision.Always)
        {
            await buttons.PressAsync(context, "allow_always", named);
        }

        return new DecisionView(decided.Result!.Value.Deserialize<DecidedView>(ToolJson.Options)!.TurnId);
    }

    private static async Task<ApprovalView> AskAgainAsync(Guid id, CardOnScreen card, HttpContext context, Buttons buttons, ApprovalCards cards)
    {
        var asked = await buttons.PressAsync(context, "ask_again", new JsonObject { ["approval"] = id, ["hash"] = card.Hash });
        return (await cards.FindAsync(asked.Result!.Value.Deserialize<AskedAgainView>(ToolJson.Options)!.ApprovalId, context.RequestAborted))!;
    }

    private static EventStream Listen(CurrentUser user, CardNews news, IHostApplicationLifetime lifetime) =>
        // An open page does not keep the house from closing.
        EventStream.Of(news.Listen(user.Required, lifetime.ApplicationStopping).Select(card => (card.ToString("N"), new CardChange(card))));
}

/// <summary>A card was opened, decided, or has expired.</summary>
/// <param name="Id">Which.</param>
public sealed record CardChange(Guid Id);

/// <summary>Presses a button: the function of the owner's hand behind it, by the door through which the request came.</summary>
internal sealed class Buttons(PluginCatalog catalog, FunctionCaller caller)
{
    public Task<ReceiptView> PressAsync(HttpContext context, string function, JsonObject arguments) => caller.CallAsync(
        catalog.Find("actions", function)!, arguments.DeepClone().AsObject(),
        context.User.Identity?.AuthenticationType == OwnerToken.Name ? Doors.OpenApi : Doors.Web,
        IdempotencyKey.Of(context) is { } key ? $"{function}:{key}" : null, context.RequestAborted);
}
