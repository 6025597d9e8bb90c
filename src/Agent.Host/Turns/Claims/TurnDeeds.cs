using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>What the receipts of a turn show so far, and which claims they bear out.</summary>
internal sealed class TurnDeeds
{
    private const Things TellsOfOthers = Things.Mail | Things.File | Things.Memory;
    private readonly Dictionary<Guid, ReceiptView> _receipts = [];

    /// <summary>Whether anything was done.</summary>
    public bool Any => Writes(ActionState.Done).Any();

    /// <summary>Things of which the opening context tells how they stand.</summary>
    public Things Known { get; set; }

    /// <summary>A receipt, in place of what was known of its action before.</summary>
    public void Take(ReceiptView receipt) => _receipts[receipt.Id] = receipt;

    /// <summary>Whether what is claimed was done, as often as claimed.</summary>
    public bool Bears(Claim claim) => Times(claim, ActionState.Done) >= claim.Count || IsReport(claim);

    /// <summary>How many receipts in that state are of the claimed kind and thing.</summary>
    public int Times(Claim claim, params ReadOnlySpan<ActionState> states)
    {
        var times = 0;
        foreach (var receipt in _receipts.Values)
        {
            if (receipt.Effect != Effect.Read && states.Contains(receipt.State) && ReceiptDeeds.Of(receipt).Any(deed => Matches(deed, claim)))
            {
                times++;
            }
        }

        return times;
    }

    private static bool Matches(Deed deed, Claim claim) =>
        (deed.Kind == Kinds.Undo ? claim.Kinds & (Kinds.Undo | Kinds.Remove | Kinds.Change) : deed.Kind & claim.Kinds) != 0
        && (claim.Things == Things.None || (deed.Thing & claim.Things) != 0);

    /// <summary>Whether the claim only tells what was read in this turn.</summary>
    private bool IsReport(Claim claim)
    {
        if (claim.Kinds == Kinds.Look)
        {
            return WasRead(claim);
        }

        if (claim.Manner is Manner.Promise or Manner.Bare)
        {
            return false;
        }

        if (claim.Manner == Manner.State && (Known & claim.Things) != 0)
        {
            return true;
        }

        foreach (var read in _receipts.Values.Where(receipt => receipt is { Effect: Effect.Read, State: ActionState.Done }))
        {
            var shown = ReceiptDeeds.Shown(read);
            if (ReceiptDeeds.Recounts(read)
                || (claim.Manner == Manner.State && (claim.Things == Things.None || (shown & claim.Things) != 0))
                || (claim.Manner is Manner.Told or Manner.State && (shown & TellsOfOthers) != 0))
            {
                return true;
            }
        }

        return false;
    }

    private bool WasRead(Claim look) => (Known & look.Things) != 0
        || _receipts.Values.Any(receipt => receipt is { Effect: Effect.Read, State: ActionState.Done } && (ReceiptDeeds.Recounts(receipt) || (ReceiptDeeds.Shown(receipt) & look.Things) != 0));

    private IEnumerable<ReceiptView> Writes(ActionState state) =>
        _receipts.Values.Where(receipt => receipt.Effect != Effect.Read && receipt.State == state);
}
