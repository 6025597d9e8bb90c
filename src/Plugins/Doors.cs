namespace TbPersonalOs.Plugins;

/// <summary>Ways in by which a function can be called.</summary>
[Flags]
public enum Doors
{
    /// <summary>A planner, in a turn.</summary>
    Chat = 1,

    /// <summary><c>POST /plugins/{plugin}/{function}</c>.</summary>
    OpenApi = 2,

    /// <summary>Another agent over MCP.</summary>
    Mcp = 4,

    /// <summary>A slash command that the owner typed.</summary>
    Command = 8,

    /// <summary>A button that the owner pressed.</summary>
    Web = 16,

    /// <summary>A routine or a job that runs on its own: nobody sits there to answer a card at once.</summary>
    Schedule = 32,

    /// <summary>Only the owner's own hand: never a planner, an agent or a schedule.</summary>
    OwnersHand = Command | Web,

    /// <summary>Every door.</summary>
    All = Chat | OpenApi | Mcp | Command | Web | Schedule,
}

/// <summary>Declares by which doors a function can be called; without it, by all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoorsAttribute(Doors doors) : Attribute
{
    /// <summary>The doors.</summary>
    public Doors Doors => doors;
}
