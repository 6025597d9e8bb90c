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

    /// <summary>Begins anew with another call.</summary>
    public void Begin(Guid id, string origin) => (Id, Origin, Foreign) = (id, origin, null);
}
