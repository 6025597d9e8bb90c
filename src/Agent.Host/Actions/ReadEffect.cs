using System.Text.Json;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Looks, in a turn: no transaction of its own. The receipt rides on the turn's next commit.</summary>
internal sealed class ReadEffect(CallContext call, Person person, Outcome outcome, ActionLedger ledger)
{
    public async Task RunAsync(ActionEntry entry, FunctionInvocationContext context, Func<Task> run)
    {
        var turn = call.Turn!;
        if (turn.Reads.Find(read => read.Hash == entry.Hash && read.Round < entry.Round) is { } earlier)
        {
            entry.Result = earlier.Result;
            return;
        }

        if (turn.Resumed && await ledger.EarlierAsync(entry, context.CancellationToken) is { } stored)
        {
            // What followed from it is stored too, and may not hold of what a new look would show.
            var seen = ReceiptView.Of(stored, person.Now.ToDateTimeOffset());
            entry.Result = seen.Result;
            call.Taint(stored.Origin);
            call.Show(Data.Origin.IsUntrusted(stored.Origin) ? stored.Origin : null, seen.Result);
            call.Tell(seen, entry.CallId);
            return;
        }

        await outcome.OfAsync(entry, context, run);
        turn.Reads.Add(entry);
        call.Error = entry.Error;
        var receipt = new ReceiptView(
            entry.Id, entry.TurnId, entry.Function.FullName, entry.Effect, entry.State, entry.Text ?? "",
            JsonSerializer.SerializeToElement(entry.Arguments, ToolJson.Options), entry.Result, false, null, person.Now.ToDateTimeOffset());
        call.Tell(receipt, entry.CallId);
    }
}
