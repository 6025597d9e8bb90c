namespace TbPersonalOs.Plugins;

/// <summary>What a function does to the world; the action pipeline's rule follows from it.</summary>
public enum Effect
{
    /// <summary>Looks.</summary>
    Read,

    /// <summary>Changes our own tables; can be undone.</summary>
    Write,

    /// <summary>Changes the owner's own account elsewhere; reversible.</summary>
    Remote,

    /// <summary>Reaches other people.</summary>
    Outward,

    /// <summary>Cannot come back.</summary>
    Erase,
}

/// <summary>
/// Declares a function's effect. <see cref="Effect.Remote"/> and <see cref="Effect.Outward"/> functions name the methods of the same
/// plugin that look whether the act happened and that take it back; both are given the <see cref="CurrentAction"/> and the same arguments.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EffectAttribute(Effect effect) : Attribute
{
    /// <summary>The effect without regard to arguments.</summary>
    public Effect Effect => effect;

    /// <summary>Method that returns what the act made, or null where it did not happen.</summary>
    public string? LookUp { get; init; }

    /// <summary>Method that takes the act back.</summary>
    public string? Compensate { get; init; }

    /// <summary>Whether it leaves something that will steer later turns (a memory, a standing rule): asks once foreign content is in context.</summary>
    public bool Lasting { get; init; }

    /// <summary>Method that says in words what would be done: the preview on an approval card.</summary>
    public string? Preview { get; init; }

    /// <summary>
    /// Every argument that names whom an <see cref="Effect.Outward"/> act reaches. Where all of them together name one recipient, the owner may
    /// allow it for good; a function that names none of them, or reaches others besides, is asked for each time.
    /// </summary>
    public string[] Recipients { get; init; } = [];

    /// <summary>Method that returns the effect for the given arguments, never less than <see cref="Effect"/>.</summary>
    public string? Raise { get; init; }
}
