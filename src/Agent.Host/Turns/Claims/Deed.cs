namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>What is done to a thing.</summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Create = 1,
    Change = 2,
    Remove = 4,
    Complete = 8,
    Send = 16,
    Undo = 32,

    /// <summary>What no function does: to pay, to buy, to call somebody.</summary>
    Beyond = 64,

    /// <summary>To look something up.</summary>
    Look = 128,

    /// <summary>Not said: "feito".</summary>
    Any = Create | Change | Remove | Complete | Send | Undo,
}

/// <summary>What it is done to.</summary>
[Flags]
internal enum Things
{
    None = 0,
    Task = 1,
    Event = 2,
    Reminder = 4,
    Note = 8,
    Goal = 16,
    Inbox = 32,
    Health = 64,
    Profile = 128,
    Mail = 256,
    File = 512,
    Contact = 1024,
    Memory = 2048,

    /// <summary>Things that no function reaches: a table in a restaurant, a flight.</summary>
    Beyond = 4096,

    /// <summary>All that a function can reach.</summary>
    All = 4095,
}

/// <summary>One deed that a receipt shows.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Thing">To what.</param>
internal readonly record struct Deed(Kinds Kind, Things Thing);
