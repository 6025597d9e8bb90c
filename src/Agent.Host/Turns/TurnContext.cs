using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>What a turn knows before it asks anybody.</summary>
internal sealed record TurnContext
{
    public required Guid TurnId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>What was said, oldest first.</summary>
    public required IReadOnlyList<SaidMessage> Messages { get; init; }

    /// <summary>How many messages had joined when the context was read.</summary>
    public required int Joined { get; init; }

    /// <summary>Whether its first answer is stored.</summary>
    public required bool Answered { get; init; }

    /// <summary>The planner and the model of the answers that are stored; null before the first.</summary>
    public (string Planner, string? Model)? AnsweredBy { get; init; }

    /// <summary>The last ten interactions of the conversation, lossless, oldest first.</summary>
    public required IReadOnlyList<ChatMessage> History { get; init; }

    /// <summary>The turns of <see cref="History"/>, oldest first.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    /// <summary>The person's profile; null where nothing was ever set.</summary>
    public required Profile? Profile { get; init; }

    /// <summary>Open goals in the person's words.</summary>
    public required IReadOnlyList<string> Goals { get; init; }

    /// <summary>What a model is shown beside the conversation; null where none may be asked.</summary>
    public required TurnDay? Day { get; init; }

    /// <summary>Answers of this turn that are stored already, by round.</summary>
    public required IReadOnlyDictionary<int, string> Answers { get; init; }

    /// <summary>The call that the owner approved by the message of this turn.</summary>
    public required ApprovedCall? Approved { get; init; }

    /// <summary>When the last of the messages was said: relative times count from here.</summary>
    public DateTimeOffset SaidAt => Messages[^1].SaidAt;

    /// <summary>What the person said here, newest first.</summary>
    public IEnumerable<string> Said =>
        Messages.Select(message => message.Text).Reverse().Concat(History.Where(message => message.Role == ChatRole.User).Select(message => message.Text).Reverse());

    /// <summary>The most foreign origin of what is in context.</summary>
    public string Origin => Messages.FirstOrDefault(message => Data.Origin.IsUntrusted(message.Origin))?.Origin
        ?? Messages.SelectMany(message => message.Files).FirstOrDefault(file => !file.IsVoice)?.Origin ?? TurnHistory.Foreign(History) ?? Data.Origin.Owner;
}

/// <summary>One message of the turn.</summary>
internal sealed record SaidMessage(string Text, DateTimeOffset SaidAt, string Origin)
{
    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<SaidFile> Files { get; init; } = [];
}

/// <summary>A file that came with a message.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name as it came, or none.</param>
/// <param name="Type">Its media type as it came, or none.</param>
/// <param name="State">How far it was fetched.</param>
/// <param name="Text">What is written in it, or none.</param>
/// <param name="Hash">Where its bytes are kept, or none.</param>
internal sealed record SaidFile(Guid Id, AttachmentKind Kind, string? Name, string? Type, AttachmentState State, string? Text, string? Hash)
{
    /// <summary>Whether it is speech: the person's own, unless the message was forwarded.</summary>
    public bool IsVoice => Kind == AttachmentKind.Voice;

    /// <summary>Whose content it is: whoever made the file.</summary>
    public string Origin => Data.Origin.Untrusted("file", Id.ToString("N"));
}
