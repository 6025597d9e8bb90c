using System.Text.Json;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>What became of a call.</summary>
public enum CallDecision
{
    /// <summary>It ran.</summary>
    Ran,

    /// <summary>The owner was asked for it.</summary>
    Asked,

    /// <summary>It was denied.</summary>
    Denied,

    /// <summary>It was let run and failed, or its arguments were not those of the function.</summary>
    Failed,

    /// <summary>It repeated an earlier call of the turn, whose result it was given.</summary>
    Repeated,

    /// <summary>It was not decided at all.</summary>
    Missing,
}

/// <summary>A turn run again from its recorded answers, without any effect.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Same">Whether each call is decided as it was.</param>
/// <param name="Calls">The calls, in order.</param>
/// <param name="Differences">What differs, in words.</param>
public sealed record TurnReplayView(Guid TurnId, bool Same, IReadOnlyList<ReplayedCall> Calls, IReadOnlyList<string> Differences);

/// <summary>One call, as it was decided and as it would be decided now.</summary>
/// <param name="ActionId">Its action; none for a repeat.</param>
/// <param name="Round">Round of the function loop.</param>
/// <param name="Position">Place in that round.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Arguments">Its arguments, as the recorded answer has them.</param>
/// <param name="SameArguments">Whether they are those with which it was called then.</param>
/// <param name="Recorded">What was decided.</param>
/// <param name="RecordedRule">By which rule of the policy.</param>
/// <param name="Now">What would be decided now.</param>
/// <param name="Rule">By which rule.</param>
public sealed record ReplayedCall(
    Guid? ActionId, int Round, int Position, string Function, JsonElement Arguments, bool SameArguments, CallDecision Recorded, string? RecordedRule,
    CallDecision Now, string? Rule)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Same => SameArguments && Recorded == Now;
}
