using System.Text.Json.Nodes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What was decided of a call before anything of it ran, and why.</summary>
/// <param name="Verdict">Whether it runs, is asked or is denied.</param>
/// <param name="Rule">The code of the policy's rule that said so; null where none concerned it.</param>
/// <param name="Refusal">Why it does not run at all.</param>
/// <param name="Context">The most foreign origin of what was in context.</param>
/// <param name="Origins">Whose words each argument is.</param>
internal sealed record Judgement(Verdict Verdict, string? Rule, ToolException? Refusal, string Context, JsonObject Origins);

/// <summary>
/// Decides what becomes of a call: the one place that asks the policy, also when a turn is replayed. It reads, and changes nothing.
/// </summary>
internal sealed class Judge(Policy policy, StandingPermissions permissions, CallContext call)
{
    private static readonly Texts Text = new(typeof(Judge));

    /// <summary>Whether a call only looks, in a turn: then nothing is asked, and it needs no transaction of its own.</summary>
    public bool OnlyLooks(ActionEntry entry, bool withheld) =>
        entry.Effect == Effect.Read && call.Turn is not null && entry.Function.Doors.HasFlag(entry.Door) && !withheld;

    /// <summary>Judges a call that only looks.</summary>
    public Judgement OfLook(ActionEntry entry) => new(Verdict.Run, null, null, call.Origin, Origins(entry));

    /// <summary>Judges a call; <paramref name="approved"/>: whether the owner has allowed exactly this one.</summary>
    public async Task<Judgement> OfAsync(ActionEntry entry, bool withheld, bool approved, CancellationToken cancellationToken)
    {
        entry.Permission = approved ? null : await permissions.CoveringAsync(entry, cancellationToken);
        var (verdict, rule) = policy.Of(new PolicyQuestion(entry.Function, entry.Effect, entry.Door, entry.Origin, call.Origin, entry.Permission is not null));
        var origins = Origins(entry);
        if (withheld)
        {
            return new Judgement(Verdict.Deny, Policy.Withheld, new ToolException(ErrorCode.Denied, Text["Withheld"]), call.Origin, origins);
        }

        entry.Permission = rule == Policy.Standing ? entry.Permission : null;
        var refusal = verdict == Verdict.Deny ? new ToolException(ErrorCode.Denied, Text["Denied"]) : Arguments.Invalid(entry.Function, entry.Arguments);
        return new Judgement(verdict, rule, refusal, call.Origin, origins);
    }

    /// <summary>Whose words the arguments are; one that the function does not take may have a name of anybody's words, and is left out.</summary>
    private JsonObject Origins(ActionEntry entry)
    {
        var known = entry.Function.Schema["properties"]!.AsObject();
        return ValueOrigins.Of(new JsonObject(entry.Arguments.Where(argument => known.ContainsKey(argument.Key)).Select(argument => KeyValuePair.Create(argument.Key, argument.Value?.DeepClone()))), call);
    }
}
