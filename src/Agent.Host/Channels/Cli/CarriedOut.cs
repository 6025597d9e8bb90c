using System.Text.Json;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>What a typed approval led to: a turn of its own, for which whoever typed it waits.</summary>
internal static class CarriedOut
{
    private const string Approve = "actions.approve";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    /// <summary>The turn, with what it approved told at its end.</summary>
    public static async Task<TurnView> WithAsync(TurnView turn, Func<Guid, Task<ApprovalView?>> card, Func<Guid, Task<TurnView?>> find)
    {
        if (turn.Receipts.FirstOrDefault(receipt => receipt is { Function: Approve, State: ActionState.Done }) is not { Result: { } result })
        {
            return turn;
        }

        var decided = result.Deserialize<DecidedView>(ToolJson.Options)!;
        for (var waited = TimeSpan.Zero; waited < Most; waited += Pause)
        {
            if ((decided.TurnId ?? (await card(decided.ApprovalId))?.TurnId) is { } next && await find(next) is { State: not TurnState.Running } ended)
            {
                return turn with { Reply = $"{turn.Reply}\n\n{ended.Reply}", Receipts = [.. turn.Receipts, .. ended.Receipts] };
            }

            await Task.Delay(Pause);
        }

        return turn;
    }
}
