using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What the policy says of a call.</summary>
internal enum Verdict
{
    Run,
    Ask,
    Deny,
}

/// <summary>What the policy is asked.</summary>
/// <param name="Function">The function.</param>
/// <param name="Effect">Its effect with these arguments.</param>
/// <param name="Door">By which door.</param>
/// <param name="Origin">Whose words the arguments are.</param>
/// <param name="Context">The most foreign origin of all that is in context.</param>
/// <param name="Standing">Whether the owner allowed it for good, towards its one recipient.</param>
internal sealed record PolicyQuestion(CatalogFunction Function, Effect Effect, Doors Door, string Origin, string Context, bool Standing)
{
    /// <summary>Whether others' words steer the call.</summary>
    public bool IsForeign => Data.Origin.IsUntrusted(Origin);

    /// <summary>Whether others' words are in context at all, even where the owner said the arguments.</summary>
    public bool IsTainted => IsForeign || Data.Origin.IsUntrusted(Context);

    /// <summary>Whether another agent calls: what the owner allows for good is for their own assistant.</summary>
    public bool IsAgents => Door is Doors.OpenApi or Doors.Mcp;
}

/// <summary>A row of the policy: the first that concerns a call decides.</summary>
/// <param name="Code">What is kept with a call on which it decided.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Concerns">Which calls.</param>
/// <param name="Verdict">What becomes of them.</param>
internal sealed record PolicyRow(string Code, string Name, Func<PolicyQuestion, bool> Concerns, Verdict Verdict);

/// <summary>The table of effect, door, origin and standing permission. One place decides, whatever a model says; what no row concerns runs.</summary>
internal sealed class Policy(IReadOnlyList<PolicyRow> rows)
{
    /// <summary>The code of the row by which a call runs since the owner allowed it for good.</summary>
    public const string Standing = "standing";

    /// <summary>The code of what no row says: the function was withheld from the model that called it.</summary>
    public const string Withheld = "withheld";

    /// <summary>The house's own.</summary>
    public static readonly IReadOnlyList<PolicyRow> Rows =
    [
        new("door", "not by this door", call => !call.Function.Doors.HasFlag(call.Door), Verdict.Deny),
        new("erase", "cannot come back", call => call.Effect == Effect.Erase, Verdict.Ask),
        new(Standing, "allowed for good", call => call.Effect == Effect.Outward && call.Standing && !call.IsTainted && !call.IsAgents, Verdict.Run),
        new("outward", "reaches other people", call => call.Effect == Effect.Outward, Verdict.Ask),
        new("lasting", "steers later turns in others' words", call => call.Effect == Effect.Write && call.Function.Effect.Lasting && call.IsForeign, Verdict.Ask),
    ];

    /// <summary>What becomes of a call, and the code of the row that says so.</summary>
    public (Verdict Verdict, string? Rule) Of(PolicyQuestion call) =>
        rows.FirstOrDefault(row => row.Concerns(call)) is { } row ? (row.Verdict, row.Code) : (Verdict.Run, null);
}
