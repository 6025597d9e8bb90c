using System.Text.Json;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>
/// What was recorded of a turn that is run again. The pipeline lets it stand in for all effects: each call is judged as it would be now, and
/// is given the result that it had then.
/// </summary>
/// <param name="rows">The turn's actions, and the one that it carried out for an approved card.</param>
/// <param name="asked">Those for which a card asked.</param>
internal sealed class Replay(IReadOnlyList<ActionRow> rows, IReadOnlySet<Guid> asked)
{
    private readonly List<ReplayedCall> _calls = [];

    /// <summary>What was decided so far.</summary>
    public IReadOnlyList<ReplayedCall> Calls => _calls;

    /// <summary>By which door the turn called; none where it called nothing.</summary>
    public string? Door { get; init; }

    /// <summary>Decides one call, and gives it its recorded result.</summary>
    public async Task DecideAsync(ActionEntry entry, bool withheld, Judge judge, CallContext call, CancellationToken cancellationToken)
    {
        var approved = call.Turn?.Approved?.ActionId == entry.Id;
        var recorded = rows.FirstOrDefault(row => approved ? row.Id == entry.Id : row.TurnId == entry.TurnId && row.Round == entry.Round && row.Position == entry.Position);
        var earlier = rows.FirstOrDefault(row => !approved && row.Round < entry.Round && row.ArgumentsHash == entry.Hash && Stands(row, entry));
        var (now, rule) = earlier is not null ? (CallDecision.Repeated, null) : await NowAsync(entry, recorded, withheld, approved, judge, cancellationToken);
        _calls.Add(new ReplayedCall(
            recorded?.Id, entry.Round ?? 0, entry.Position ?? 0, entry.Function.FullName, JsonSerializer.SerializeToElement(entry.Arguments, ToolJson.Options),
            // A card names the very thing that its words meant.
            recorded is null || asked.Contains(recorded.Id) || recorded.ArgumentsHash == entry.Hash,
            recorded is not null ? Recorded(recorded, approved) : earlier is not null ? CallDecision.Repeated : CallDecision.Missing, recorded?.Rule, now, rule));
        GiveBack(entry, recorded ?? earlier, call);
    }

    /// <summary>Calls that were decided then and are not met now.</summary>
    public void AddMissing() => _calls.AddRange(rows.Where(row => row.Round is not null && _calls.TrueForAll(found => found.ActionId != row.Id)).Select(row => new ReplayedCall(
        row.Id, row.Round!.Value, row.Position ?? 0, row.Function, JsonDocument.Parse(row.Arguments).RootElement, true, Recorded(row, approved: false), row.Rule, CallDecision.Missing, null)).ToList());

    private static async Task<(CallDecision, string?)> NowAsync(
        ActionEntry entry, ActionRow? recorded, bool withheld, bool approved, Judge judge, CancellationToken cancellationToken)
    {
        var looks = judge.OnlyLooks(entry, withheld);
        var judgement = looks ? judge.OfLook(entry) : await judge.OfAsync(entry, withheld, approved, cancellationToken);
        var decision = judgement.Verdict == Verdict.Deny ? CallDecision.Denied
            : judgement.Refusal is not null || (looks && Arguments.Invalid(entry.Function, entry.Arguments) is not null) ? CallDecision.Failed
            : judgement.Verdict == Verdict.Ask && !approved ? CallDecision.Asked
            // It would run, and nothing runs here: it ends as it did.
            : recorded?.State == ActionState.Failed ? CallDecision.Failed : CallDecision.Ran;
        return (decision, judgement.Rule);
    }

    private CallDecision Recorded(ActionRow row, bool approved) => (row.Verdict, row.State) switch
    {
        ("ask", _) when !approved => CallDecision.Asked,
        ("deny", _) => CallDecision.Denied,
        (null, _) when asked.Contains(row.Id) && !approved => CallDecision.Asked,
        (null, ActionState.Refused) => CallDecision.Denied,
        (_, ActionState.Failed or ActionState.Refused) => CallDecision.Failed,
        _ => CallDecision.Ran,
    };

    /// <summary>Whether a later call of the same is given its result: not where it came to nothing, but a look is never taken twice.</summary>
    private bool Stands(ActionRow row, ActionEntry entry) =>
        entry.Effect == Effect.Read || asked.Contains(row.Id) || row.State is not (ActionState.Failed or ActionState.Refused);

    private static void GiveBack(ActionEntry entry, ActionRow? recorded, CallContext call)
    {
        if (recorded is null)
        {
            return;
        }

        entry.Result = recorded.Result is null ? null : JsonDocument.Parse(recorded.Result).RootElement;
        call.Taint(recorded.Origin);
        call.Show(Origin.IsUntrusted(recorded.Origin) ? recorded.Origin : null, entry.Result);
    }
}
