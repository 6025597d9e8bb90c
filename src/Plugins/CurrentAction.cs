using System.Text.Json.Nodes;

namespace TbPersonalOs.Plugins;

/// <summary>The call that the pipeline is carrying out in this scope.</summary>
public sealed class CurrentAction
{
    /// <summary>The action's id: send it along as the act's own id where a service takes one.</summary>
    public Guid Id { get; set; }

    /// <summary>Origin that rows made by this call inherit.</summary>
    public string Origin { get; set; } = Data.Origin.Owner;

    /// <summary>The origin of what the call shows that others wrote and that is no row of ours; rows label themselves.</summary>
    public string? Foreign { get; private set; }

    /// <summary>The call shows what others wrote: say from where. <paramref name="kind"/> is <c>mail</c>, <c>file</c>, <c>event</c>, <c>agent</c>…</summary>
    public void Shows(string kind, string reference) => Foreign = Data.Origin.Untrusted(kind, reference);

    /// <summary>What is kept of the call's arguments, where these must not stay; null where they do.</summary>
    public JsonObject? Kept { get; private set; }

    /// <summary>The call's arguments must not stay, in its row or in the log: only these do.</summary>
    public void KeepOnly(JsonObject arguments) => Kept = arguments;

    /// <summary>Begins anew with another call.</summary>
    public void Begin(Guid id, string origin) => (Id, Origin, Foreign, Kept) = (id, origin, null, null);
}
