namespace TbPersonalOs.Plugins;

/// <summary>Which planner answers at present; the host says so.</summary>
/// <param name="model">The provider of the model that is set up, or null.</param>
public sealed class PlannerStatus(Func<string?> model)
{
    /// <summary>Without a model, for what runs outside of a host.</summary>
    public PlannerStatus()
        : this(() => null)
    {
    }

    /// <summary><c>offline</c>, <c>gemini</c>, <c>openai</c>.</summary>
    public string Name => model() ?? "offline";
}
