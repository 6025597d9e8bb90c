namespace TbPersonalOs.Plugins;

/// <summary>Which planner answers at present; the host says so.</summary>
public sealed class PlannerStatus
{
    /// <summary><c>offline</c>, <c>gemini</c>.</summary>
    public string Name { get; set; } = "offline";
}
