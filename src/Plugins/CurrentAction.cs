namespace TbPersonalOs.Plugins;

/// <summary>The call that the pipeline is carrying out in this scope.</summary>
public sealed class CurrentAction
{
    /// <summary>The action's id: send it along as the act's own id where a service takes one.</summary>
    public Guid Id { get; set; }

    /// <summary>Origin that rows made by this call inherit.</summary>
    public string Origin { get; set; } = Data.Origin.Owner;
}
