using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Data.Permissions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>What the assistant did, why, and how to take it back.</summary>
[Topics(
    "desfa", "desfez", "undo", "revert", "por que", "porque", "pq", "why", "reason", "motivo", "o que voce", "o que vc", "oq",
    "o q vc", "o que tu", "acoes", "mexeu", "what did you", "what have you", "actions", "volta atras", "take back", "explic", "explain")]
public sealed class ActionsPlugin
{
    private static readonly Texts Text = new(typeof(ActionsPlugin));

    /// <summary>Takes back what was done.</summary>
    [KernelFunction("undo")]
    [Effect(Effect.Write, Raise = nameof(EffectOfUndo))]
    [Description("Takes back what was done: everything that the last writing turn of this conversation did, or one action. Use it for “undo that”, never repair by hand what it can take back. Taking back an undo does the thing again.")]
    public async Task<UndoView> Undo(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction current,
        [FromKernelServices] PluginCatalog catalog,
        Kernel kernel,
        [Description("Which action: its id, or words of what was done. Leave it out for all of the last turn.")] string? action = null,
        CancellationToken cancellationToken = default)
    {
        var targets = await TargetsAsync(db, person, action, cancellationToken);
        return await Undoing.UndoAsync(db, targets, current.Id, Words.Of(person), new UndoElsewhere(catalog, kernel, current), cancellationToken);
    }

    /// <summary>To take back what was done elsewhere is itself an act elsewhere.</summary>
    private async Task<Effect> EffectOfUndo(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        string? action = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return (await TargetsAsync(db, person, action, cancellationToken)).Exists(UndoElsewhere.Concerns) ? Effect.Remote : Effect.Write;
        }
        catch (ToolException)
        {
            // The call itself will say what is wrong.
            return Effect.Write;
        }
    }

    private static async Task<List<ActionRow>> TargetsAsync(
        AppDbContext db, Person person, string? action, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(action)
            ? await db.LastTurnAsync(person, cancellationToken)
            : [await db.Actions.MeantByAsync(action, Words.Of(person), cancellationToken)];

    /// <summary>Says why something was done.</summary>
    [KernelFunction("explain")]
    [Effect(Effect.Read)]
    [Description("Says why something was done: what the person had said, when, which function with which arguments, why it was asked for or not, what it cost, and whether it can be taken back. Use it for “why?”.")]
    public async Task<ExplanationView> Explain(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction current,
        [FromKernelServices] Spending spending,
        [Description("Which action: its id, or words of what was done. Leave it out for the last one.")] string? action = null,
        CancellationToken cancellationToken = default)
    {
        var row = string.IsNullOrWhiteSpace(action)
            ? await db.Actions.LastAsync(person, current, cancellationToken)
                ?? throw new ToolException(ErrorCode.NotFound, Text["NothingDone"]) { Parameter = "action" }
            : await db.Actions.MeantByAsync(action, Words.Of(person), cancellationToken);
        var turn = row.TurnId is null ? null
            : await db.Set<Turn>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == row.TurnId, cancellationToken);
        var messages = row.TurnId is null ? []
            : await db.Set<IncomingMessage>().AsNoTracking().Where(message => message.TurnId == row.TurnId)
                .OrderBy(message => message.SaidAt).ToListAsync(cancellationToken);
        var card = await db.Approvals.AsNoTracking().Where(found => found.ActionId == row.Id).OrderByDescending(found => found.Id).FirstOrDefaultAsync(cancellationToken);
        return ExplanationView.Of(row, turn, messages, card, turn is null ? null : await CostAsync(db, turn.Id, spending, cancellationToken), person);
    }

    private static async Task<string?> CostAsync(AppDbContext db, Guid turn, Spending spending, CancellationToken cancellationToken)
    {
        var made = await db.Set<ModelCall>().AsNoTracking().Where(call => call.TurnId == turn).ToListAsync(cancellationToken);
        if (made.Count == 0)
        {
            return null;
        }

        var terms = await spending.TermsAsync(cancellationToken);
        return WhyWords.Cost(
            made.Sum(call => call.InputTokens + call.OutputTokens + call.ThoughtTokens), terms.MoneyOf(made.Sum(call => call.Cost ?? call.Reserved)), terms.Currency);
    }

    /// <summary>Lists what was done, the newest first.</summary>
    [KernelFunction("list_actions")]
    [Effect(Effect.Read)]
    [Description("Lists what the assistant did, the newest first. Looking things up is left out, and so is what changed nothing because it failed.")]
    public async Task<ActionListView> ListActions(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var (actions, more) = await db.Actions.AsNoTracking()
            .Where(row => !ActionQueries.Decisions.Contains(row.Function) && row.Effect != "read" && !(row.Effect == "write" && row.State == ActionState.Failed))
            .Latest().PageAsync(page, cancellationToken);
        return new ActionListView([.. actions.Select(row => ActionView.Of(row, person))], more);
    }

    /// <summary>Approves a card.</summary>
    [KernelFunction("approve")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Allows exactly what an approval card asks for, once.")]
    public Task<DecidedView> Approve(
        [FromKernelServices] DecideCard decide,
        [Description("Which card: its id, or the code that stands on it. Leave it out for the one that was just asked.")] string? approval = null,
        [Description("The hash that was on the screen, where the card is named by its id.")] string? hash = null,
        CancellationToken cancellationToken = default) => decide(new CardChoice(approval, hash), true, cancellationToken);

    /// <summary>Says no to a card.</summary>
    [KernelFunction("reject")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Says no to an approval card: nothing is done.")]
    public Task<DecidedView> Reject(
        [FromKernelServices] DecideCard decide,
        [Description("Which card: its id, or the code that stands on it. Leave it out for the one that was just asked.")] string? approval = null,
        [Description("The hash that was on the screen, where the card is named by its id.")] string? hash = null,
        CancellationToken cancellationToken = default) => decide(new CardChoice(approval, hash), false, cancellationToken);

    /// <summary>Asks an expired card again.</summary>
    [KernelFunction("ask_again")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Asks again what an expired approval card asked for, by a new card. The old one stays dead.")]
    public Task<AskedAgainView> AskAgain(
        [FromKernelServices] AskCardAgain ask,
        [Description("Which card: its id, or the code that stands on it. Leave it out for the one that was just asked.")] string? approval = null,
        [Description("The hash that was on the screen, where the card is named by its id.")] string? hash = null,
        CancellationToken cancellationToken = default) => ask(new CardChoice(approval, hash), cancellationToken);

    /// <summary>Allows for good what an approved card asked for.</summary>
    [KernelFunction("allow_always")]
    [Effect(Effect.Write, Lasting = true)]
    [Doors(Doors.OwnersHand)]
    [Description("From now on lets the function of a card that was approved reach that card's one recipient without asking. Never offered for several recipients, nor for what cannot come back.")]
    public async Task<PermissionView> AllowAlways(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction current,
        [Description("Which approved card: its id, or the code that stands on it.")] string approval,
        [Description("The hash that was on the screen, where the card is named by its id.")] string? hash = null,
        CancellationToken cancellationToken = default)
    {
        var card = await new CardChoice(Checks.Required(approval, "approval"), hash).FindAsync(db, person, ApprovalState.Approved, cancellationToken);
        return PermissionView.Of(await Permissions.GrantAsync(db, card, current, cancellationToken));
    }

    /// <summary>Lists what is allowed for good.</summary>
    [KernelFunction("list_permissions")]
    [Effect(Effect.Read)]
    [Doors(Doors.OwnersHand)]
    [Description("Lists what may reach whom without asking, the newest first.")]
    public async Task<PermissionListView> ListPermissions(
        [FromKernelServices] AppDbContext db,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var (rows, more) = await db.StandingPermissions.AsNoTracking().OrderByDescending(row => row.Id).PageAsync(page, cancellationToken);
        return new PermissionListView([.. rows.Select(PermissionView.Of)], more);
    }

    /// <summary>Takes back what was allowed for good.</summary>
    [KernelFunction("revoke_permission")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Takes back what was allowed for good: from now on it asks again.")]
    public async Task<PermissionView> RevokePermission(
        [FromKernelServices] AppDbContext db,
        [Description("Which permission: its id, or its recipient.")] string permission,
        CancellationToken cancellationToken = default) =>
        PermissionView.Of(await Permissions.RevokeAsync(db, Checks.Required(permission, "permission"), cancellationToken)) with { Revoked = true };
}
