namespace TbPersonalOs.Data;

/// <summary>Says that a row is a thing of the person's own which can be forgotten by itself, with all that derives from it.</summary>
/// <param name="kind">What it is called: <c>task</c>, <c>note</c>, …</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordAttribute(string kind) : Attribute
{
    /// <summary>What it is called.</summary>
    public string Kind => kind;
}

/// <summary>What a row can derive from.</summary>
public enum Source
{
    /// <summary>A row of the person's life: see <see cref="RecordAttribute"/>.</summary>
    Record,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A turn's reply, made from what was said and found.</summary>
    Turn,

    /// <summary>A call of a function.</summary>
    Action,

    /// <summary>A call's entries in the log, which the database itself takes away.</summary>
    Log,
}

/// <summary>
/// Says from what the words of a row derive, so that they go when it is forgotten. A row that is kept for its ids and states loses its words
/// (<see cref="WordsAttribute"/>); another goes as a whole.
/// </summary>
/// <param name="source">From what.</param>
/// <param name="column">The property with that source's id.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DerivedFromAttribute(Source source, string column) : Attribute
{
    /// <summary>From what.</summary>
    public Source Source => source;

    /// <summary>The property with that source's id.</summary>
    public string Column => column;

    /// <summary>For a record: the property with the name of its table.</summary>
    public string? Table { get; init; }

    /// <summary>Whether the row stays, without its words.</summary>
    public bool Keeps { get; init; }

    /// <summary>Properties with words that stay, since they are not made from the source.</summary>
    public string[] Stay { get; init; } = [];

    /// <summary>Properties without words from which words could be guessed: they go with them.</summary>
    public string[] Codes { get; init; } = [];
}
