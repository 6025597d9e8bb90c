using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A message as a person sees it, at one moment.</summary>
/// <param name="Chat">The chat in which it stands.</param>
/// <param name="Id">Its id in the chat.</param>
/// <param name="At">When it came.</param>
public sealed record SeenMessage(long Chat, int Id, DateTimeOffset At)
{
    /// <summary>Whether the bot said it.</summary>
    public bool FromBot { get; init; }

    /// <summary>Its words or its caption, without marks.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is bold, a link and so on.</summary>
    public IReadOnlyList<SeenEntity> Entities { get; init; } = [];

    /// <summary>Its buttons, row by row.</summary>
    public IReadOnlyList<SeenButton> Buttons { get; init; } = [];

    /// <summary>What it said before, oldest first: as often as it was edited.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>How often it was edited.</summary>
    public int Edits => Earlier.Count;

    /// <summary>When it was edited last.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Whether it is gone.</summary>
    public bool Deleted { get; init; }

    /// <summary>The message that it replies to.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The file in it.</summary>
    public BotFile? File { get; init; }

    /// <summary>Number of the update that told the bot; 0 where none did.</summary>
    public int UpdateId { get; init; }

    /// <summary>The message in Telegram's form.</summary>
    internal JsonObject Json { get; init; } = [];

    /// <summary>The text that an entity covers.</summary>
    public string Covered(SeenEntity entity) => Text.Substring(entity.Offset, entity.Length);

    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Text}{string.Concat(Buttons.Select(button => $" [{button.Text}]"))}";
}

/// <summary>Part of a text that stands out.</summary>
/// <param name="Type">Telegram's word for it.</param>
/// <param name="Offset">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
public sealed record SeenEntity(string Type, int Offset, int Length)
{
    /// <summary>Where a link leads.</summary>
    public string? Url { get; init; }

    /// <summary>The language of code.</summary>
    public string? Language { get; init; }
}

/// <summary>A button under a message.</summary>
/// <param name="Text">What stands on it.</param>
/// <param name="Row">Its row.</param>
public sealed record SeenButton(string Text, int Row)
{
    /// <summary>What it sends; nothing if it leads elsewhere.</summary>
    public string Data { get; init; } = "";

    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }
}

/// <summary>A button that was pressed.</summary>
/// <param name="Id">The callback's id.</param>
/// <param name="Chat">The chat.</param>
/// <param name="By">Who pressed it.</param>
/// <param name="Data">What it sent.</param>
/// <param name="At">When.</param>
public sealed record SeenPress(string Id, long Chat, long By, string Data, DateTimeOffset At)
{
    /// <summary>Number of the update that told the bot.</summary>
    public int UpdateId { get; internal set; }

    /// <summary>When the bot answered it: then the button stops turning.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>What the person was told.</summary>
    public string? Answer { get; internal set; }

    /// <summary>Whether it was told in a box that must be closed.</summary>
    public bool Alert { get; internal set; }
}
