using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What the policy says of a call.</summary>
internal enum Verdict
{
    Run,
    Ask,
    Deny,
}

/// <summary>The table of effect, door and origin. One place decides, whatever a model says.</summary>
internal static class Policy
{
    public static Verdict Of(CatalogFunction function, Effect effect, Doors door, string origin) => effect switch
    {
        _ when !function.Doors.HasFlag(door) => Verdict.Deny,
        Effect.Outward or Effect.Erase => Verdict.Ask,
        Effect.Write when function.Effect.Lasting && Origin.IsUntrusted(origin) => Verdict.Ask,
        _ => Verdict.Run,
    };
}
