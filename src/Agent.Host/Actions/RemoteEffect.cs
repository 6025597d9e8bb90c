using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// Acts elsewhere, at most once: that it is about to leave is committed first; what came of it afterwards. Whoever finds it in flight
/// later only looks.
/// </summary>
internal sealed partial class RemoteEffect(
    AppDbContext db, Person person, CallContext call, Outcome outcome, ActionLedger ledger, ActionTransaction transaction, TurnSteps steps,
    ILogger<RemoteEffect> logger)
{
    private const int DeadlineSeconds = 60;
    private static readonly Texts Text = new(typeof(RemoteEffect));

    public async Task RunAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        var cancellationToken = context.CancellationToken;
        entry.State = ActionState.InFlight;
        entry.Text = Text["OnItsWay"];
        entry.DeadlineSeconds = DeadlineSeconds;
        await PointToItAsync(entry, cancellationToken);
        await transaction.CommitAsync(entry, call, cancellationToken);
        await steps.ReachedAsync(TurnStep.InFlight);

        await SendAsync(entry, context, run);
        await steps.ReachedAsync(TurnStep.Sent);

        // From here on the outcome is known or known to be unknown: a cancelled turn still stores it.
        entry.DeadlineSeconds = null;
        outcome.Label(entry);
        await transaction.BeginAsync(CancellationToken.None);
        await ledger.GuardAsync(call.Turn, CancellationToken.None);
        if (entry.State != ActionState.Unknown)
        {
            await ForgetItAsync(entry.Id);
        }

        await transaction.CommitAsync(entry, call, CancellationToken.None);
    }

    /// <summary>What a look showed of an act whose outcome was never stored: called for an in-flight one after its deadline.</summary>
    public async Task SettleAsync(ActionEntry entry, Kernel kernel, CancellationToken cancellationToken)
    {
        var before = entry.State;
        await LookAsync(entry, kernel, Arguments.ToKernel(entry.Arguments), cancellationToken);
        await transaction.BeginAsync(cancellationToken);
        if (!await IsOpenAsync(entry.Id, cancellationToken))
        {
            await ForgetItAsync(entry.Id);
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        if (entry.State == before && entry.Function.LookUp is not null)
        {
            // Still unknown: nothing new to record. The sweep asks again, ever more rarely.
            await transaction.RollbackAsync();
            return;
        }

        if (entry.State != ActionState.Unknown || entry.Function.LookUp is null)
        {
            await ForgetItAsync(entry.Id);
        }

        await transaction.CommitAsync(entry, call, cancellationToken);
    }

    private async Task SendAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        try
        {
            await run();
            outcome.Succeed(entry, context.Result);
        }
        catch (Exception refusal) when (ToolError.Mendable(refusal) is { Code: not ErrorCode.UnknownOutcome } reason)
        {
            entry.State = ActionState.Failed;
            entry.Fail(reason);
        }
        catch (Exception doubt)
        {
            LogDoubt(doubt, entry.Function.FullName, entry.Id);
            await LookAsync(entry, context.Kernel, context.Arguments, CancellationToken.None, mayStillArrive: true);
        }
    }

    private async Task LookAsync(
        ActionEntry entry, Kernel kernel, KernelArguments arguments, CancellationToken cancellationToken, bool mayStillArrive = false)
    {
        entry.State = ActionState.Unknown;
        entry.Fail(new ToolException(ErrorCode.UnknownOutcome, Text["Unknown"]));
        if (entry.Function.LookUp is not { } lookUp)
        {
            return;
        }

        try
        {
            var found = await lookUp.InvokeAsync(kernel, arguments, cancellationToken);
            if (found.GetValue<object>() is not null)
            {
                entry.Error = null;
                outcome.Succeed(entry, found);
            }
            else if (!mayStillArrive)
            {
                entry.State = ActionState.Failed;
                entry.Fail(new ToolException(ErrorCode.Unavailable, Text["DidNotHappen"]));
            }
        }
        catch (Exception blind) when (blind is not OperationCanceledException)
        {
            LogDoubt(blind, entry.Function.FullName, entry.Id);
        }
    }

    private async Task PointToItAsync(ActionEntry entry, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch().Add(
            """
            insert into work (user_id, kind, id, run_at, attempts, owner, fence)
            values ($1, 'action', $2, now() + make_interval(secs => $3), 0, 0, 0) on conflict do nothing
            """,
            person.Id, entry.Id, (double)DeadlineSeconds);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether the outcome is still open; who called may have stored it while we looked.</summary>
    private async Task<bool> IsOpenAsync(Guid action, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch().Add(
            "select 1 from actions where user_id = $1 and id = $2 and state in ('in_flight', 'unknown') for update", person.Id, action);
        return await batch.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private async Task ForgetItAsync(Guid action)
    {
        await using var batch = db.Batch().Add("delete from work where user_id = $1 and kind = 'action' and id = $2", person.Id, action);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not tell whether {Function} happened, action {ActionId}")]
    private partial void LogDoubt(Exception doubt, string function, Guid actionId);
}
