using System.Text.Json.Nodes;

namespace TbPersonalOs.Plugins;

/// <summary>What went wrong, the same at every door; on the wire in snake_case.</summary>
public enum ErrorCode
{
    /// <summary>An argument is missing or makes no sense.</summary>
    Invalid,

    /// <summary>No such thing.</summary>
    NotFound,

    /// <summary>Several things match the words; the candidates say which.</summary>
    Ambiguous,

    /// <summary>The thing is not as the caller thinks.</summary>
    Conflict,

    /// <summary>Not allowed here.</summary>
    Denied,

    /// <summary>The owner has to approve it first.</summary>
    NeedsApproval,

    /// <summary>A service or the database does not answer.</summary>
    Unavailable,

    /// <summary>Too much or too often.</summary>
    OverLimit,

    /// <summary>It may or may not have happened.</summary>
    UnknownOutcome,
}

/// <summary>One of several things that words could mean.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">The thing in the person's words.</param>
public sealed record Candidate(Guid Id, string Text);

/// <summary>
/// An error that the caller (a model, a person, an agent) can mend; its message is in the person's language and names the cure.
/// Anything else that a function throws is a bug.
/// </summary>
public sealed class ToolException(ErrorCode code, string message) : Exception(message)
{
    /// <summary>What went wrong.</summary>
    public ErrorCode Code => code;

    /// <summary>The parameter that is at fault.</summary>
    public string? Parameter { get; init; }

    /// <summary>What the words could mean.</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>Arguments with which the call would work, to be offered to the person.</summary>
    public JsonObject? Suggestion { get; init; }
}
