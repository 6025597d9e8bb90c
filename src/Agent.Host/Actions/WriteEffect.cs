using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Changes our own tables: the change, its undo images, its receipt and its log row in the one transaction that is open.</summary>
internal sealed class WriteEffect(CallContext call, Outcome outcome, ActionTransaction transaction, TurnSteps steps)
{
    public async Task RunAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        await steps.ReachedAsync(TurnStep.WriteOpened);
        await outcome.OfAsync(entry, context, run);
        if (entry.State != ActionState.Done)
        {
            // What the function did is taken back; that it failed is kept.
            await transaction.TakeBackAsync(context.CancellationToken);
        }

        await steps.ReachedAsync(TurnStep.WriteRun);
        await transaction.CommitAsync(entry, call, context.CancellationToken);
        await steps.ReachedAsync(TurnStep.WriteCommitted);
    }
}
