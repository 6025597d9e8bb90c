using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Our words in place of a claim that nothing bears out. The same words stand only once in a reply.</summary>
internal sealed class Corrections
{
    private static readonly Texts Text = new(typeof(Corrections));
    private static readonly Kinds[] Named = [Kinds.Beyond, Kinds.Send, Kinds.Remove, Kinds.Complete, Kinds.Undo, Kinds.Create, Kinds.Change, Kinds.Look];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>What to say instead of a sentence; it ends as that one ended.</summary>
    public string Of(JudgedSentence sentence, TurnDeeds deeds)
    {
        var untrue = sentence.Claims.FindAll(claim => !deeds.Bears(claim));
        var words = Words(untrue.Find(claim => claim.Manner != Manner.Bare) ?? untrue[0], deeds);
        var end = sentence.Text[sentence.Text.TrimEnd().Length..];
        return _said.Add(words) ? words + (end.Length == 0 ? " " : end) : end.Contains('\n', StringComparison.Ordinal) ? end : "";
    }

    private static string Words(Claim claim, TurnDeeds deeds)
    {
        var deed = Deed(claim);
        var times = deeds.Times(claim, ActionState.Done);
        return 0 switch
        {
            _ when deeds.Times(claim, ActionState.PendingApproval) > 0 => Text["Waits", deed],
            _ when times > 0 => Text["Fewer", deed, times, claim.Count],
            _ when deeds.Times(claim, ActionState.Failed, ActionState.Refused) > 0 => Text["DidFail", deed],
            _ when deeds.Times(claim, ActionState.Unknown, ActionState.InFlight) > 0 => Text["Unsure", deed],
            _ when claim.Manner == Manner.Bare || !deeds.Any => Text[claim.Manner == Manner.Promise ? "NothingSet" : "NothingWasDone"],
            _ => Text[claim.Manner == Manner.Promise ? "NotSet" : "NotDone", deed],
        };
    }

    /// <summary>The deed in words: "criar tarefa".</summary>
    private static string Deed(Claim claim)
    {
        var kind = claim.Kinds == Kinds.Any ? null : Text.Find($"Kind_{Array.Find(Named, named => (claim.Kinds & named) != 0)}");
        var thing = Enum.GetValues<Things>().FirstOrDefault(one => one is not (Things.None or Things.Beyond or Things.All) && (claim.Things & one) != 0);
        var named = thing == Things.None ? "" : " " + Text[$"Thing_{thing}"];
        return (kind ?? Text["Kind_Any"]) + named;
    }
}
