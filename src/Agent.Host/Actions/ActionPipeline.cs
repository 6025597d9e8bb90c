using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using FunctionInvokingChatClient = Microsoft.Extensions.AI.FunctionInvokingChatClient;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// What happens around every call of every function, from whichever door: once, policy, approval, effect with undo, receipt.
/// No plugin repeats any of it.
/// </summary>
internal sealed partial class ActionPipeline(
    PluginCatalog catalog, Judge judge, CallContext call, Person person, CurrentAction current,
    ReadEffect reads, WriteEffect writes, RemoteEffect remotes, ApprovalDesk approvals, ApprovalCards cards,
    ActionLedger ledger, ActionTransaction transaction,
    ILogger<ActionPipeline> logger) : IFunctionInvocationFilter
{
    private static readonly Texts Text = new(typeof(ActionPipeline));

    /// <inheritdoc />
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        if (catalog.Find(context.Function.PluginName, context.Function.Name) is not { } function)
        {
            // A companion (look-up, preview, …) that the pipeline itself calls.
            await next(context);
            return;
        }

        Arguments.Clean(context.Arguments);
        var entry = Describe(function, context.Arguments);
        try
        {
            await CarryOutAsync(entry, context, () => next(context));
        }
        catch (Exception fault)
        {
            await transaction.RollbackAsync();
            if (call.Turn is not { } turn)
            {
                throw;
            }

            if (ToolError.Mendable(fault) is not { } reason)
            {
                turn.Fail(fault);
                throw;
            }

            entry.Fail(reason);
        }

        context.Result = new FunctionResult(context.Function, entry.Result);
    }

    private async Task CarryOutAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        var cancellationToken = context.CancellationToken;
        current.Begin(entry.Id, entry.Origin);
        entry.Effect = await EffectOfAsync(entry, context);
        var withheld = FunctionInvokingChatClient.CurrentContext?.CallContent.AdditionalProperties?.ContainsKey(TurnBounds.Withheld) == true;
        if (call.Replay is { } replay)
        {
            await replay.DecideAsync(entry, withheld, judge, call, cancellationToken);
            return;
        }

        if (judge.OnlyLooks(entry, withheld))
        {
            entry.Judgement = judge.OfLook(entry);
            await reads.RunAsync(entry, context, run);
            return;
        }

        // Once: the guard, the lock and the earlier action, in the transaction in which a write goes on.
        await transaction.BeginAsync(cancellationToken);
        var earlier = await ledger.OpenAsync(entry, call.Turn, cancellationToken);
        if (earlier is not null && !(earlier.Id == entry.Id && earlier.State == ActionState.PendingApproval))
        {
            await transaction.RollbackAsync();
            await RepeatAsync(entry, earlier, cancellationToken);
            return;
        }

        // Policy, and the owner's approval where it asks for one.
        entry.Judgement = await judge.OfAsync(entry, withheld, approved: earlier is not null, cancellationToken);
        if (entry.Judgement.Refusal is { } refusal)
        {
            await RefuseAsync(entry, refusal, cancellationToken);
            return;
        }

        if (entry.Judgement.Verdict == Verdict.Ask && earlier is null)
        {
            await approvals.AskAsync(entry, context, cancellationToken);
            return;
        }

        // Effect, with undo and receipt.
        await (entry.Effect is Effect.Remote or Effect.Outward
            ? remotes.RunAsync(entry, context, run)
            : writes.RunAsync(entry, context, run));
    }

    /// <summary>The call as an entry; in a turn it is known by its place in the function loop.</summary>
    private ActionEntry Describe(CatalogFunction function, KernelArguments arguments)
    {
        var json = Arguments.ToJson(arguments);
        var hash = ActionKey.Hash(function.FullName, json);
        var loop = call.Turn is null ? null : FunctionInvokingChatClient.CurrentContext;
        var approved = call.Turn?.Approved is { } card && card.Hash == hash ? card : null;
        return new ActionEntry
        {
            Id = approved?.ActionId ?? Guid.CreateVersion7(),
            TurnId = call.Turn?.TurnId,
            ConversationId = person.ConversationId,
            Round = loop?.Iteration,
            Position = loop?.FunctionCallIndex,
            CallId = loop?.CallContent.CallId,
            Key = loop is null ? ActionKey.OfDoor(call.Door, call.IdempotencyKey) : ActionKey.OfTurn(call.Turn!.TurnId, loop.Iteration, loop.FunctionCallIndex),
            Function = function,
            Effect = function.Effect.Effect,
            Door = call.Door,
            Arguments = json,
            Hash = hash,
            Origin = ArgumentOrigin.Of(json, call),
        };
    }

    /// <summary>A repeat returns what the first call returned.</summary>
    private async Task RepeatAsync(ActionEntry entry, ActionRow earlier, CancellationToken cancellationToken)
    {
        if (earlier.Key == entry.Key && earlier.ArgumentsHash != entry.Hash)
        {
            throw new ToolException(ErrorCode.Invalid, Text["OtherArguments"]) { Parameter = "Idempotency-Key" };
        }

        if (earlier.State == ActionState.InFlight && call.Turn is null)
        {
            throw new ToolException(ErrorCode.Conflict, Text["Checking"]);
        }

        LogRepeated(earlier.Function, earlier.Id);
        call.Taint(earlier.Origin);
        entry.State = earlier.State;
        var receipt = (await cards.OnAsync([ReceiptView.Of(earlier, person.Now.ToDateTimeOffset())], cancellationToken))[0];
        if (earlier.State == ActionState.InFlight)
        {
            entry.Fail(new ToolException(ErrorCode.UnknownOutcome, Text["Checking"]));
            receipt = receipt with { Text = entry.Text! };
        }

        entry.Result ??= receipt.Result;
        call.Error = ToolError.Recorded(earlier);
        if (!call.Receipts.Exists(told => told.Id == receipt.Id))
        {
            call.Tell(receipt, entry.CallId);
        }
    }

    private async Task RefuseAsync(ActionEntry entry, ToolException reason, CancellationToken cancellationToken)
    {
        entry.State = ActionState.Refused;
        entry.Fail(reason);
        await transaction.CommitAsync(entry, call, cancellationToken);
    }

    private static async Task<Effect> EffectOfAsync(ActionEntry entry, FunctionInvocationContext context)
    {
        var declared = entry.Function.Effect.Effect;
        if (entry.Function.Raise is not { } raise || Arguments.Invalid(entry.Function, entry.Arguments) is not null)
        {
            return declared;
        }

        var raised = await raise.InvokeAsync(context.Kernel, context.Arguments, context.CancellationToken);
        return (Effect)Math.Max((int)declared, (int)raised.GetValue<Effect>());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Returned the earlier result of {Function}, action {ActionId}")]
    private partial void LogRepeated(string function, Guid actionId);
}
