using TbPersonalOs.Data.Inbox;

namespace TbPersonalOs.Plugins.Inbox;

/// <summary>What an item of the inbox becomes.</summary>
public enum InboxTarget
{
    /// <summary>Something to do.</summary>
    Task,

    /// <summary>Something to keep.</summary>
    Note,

    /// <summary>Something to be told at a moment.</summary>
    Reminder,

    /// <summary>Nothing.</summary>
    Discard,
}

/// <summary>Something that is not yet anything else.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What the person said.</param>
/// <param name="CapturedAt">When.</param>
/// <param name="Into">What it became just now.</param>
/// <param name="MadeId">Id of what was made of it.</param>
/// <param name="Due">When what was made is due.</param>
/// <param name="Captured">Whether it was captured just now.</param>
public sealed record InboxItemView(
    Guid Id, string Text, DateTimeOffset CapturedAt, InboxTarget? Into = null, Guid? MadeId = null, Moment? Due = null, bool Captured = false) : IView
{
    private static readonly Texts Texts = new(typeof(InboxItemView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        var line = Words.Line(Text, Due is { } due ? words.When(due) : null);
        return Into is { } target ? Texts[$"Into{target}", line] : Captured ? Texts["Captured", line] : line;
    }

    internal static InboxItemView Of(InboxItem item, bool captured = false) => new(item.Id, item.Text, item.CreatedAt, Captured: captured);
}

/// <summary>A page of the inbox.</summary>
/// <param name="Items">What waits, the oldest first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record InboxView(IReadOnlyList<InboxItemView> Items, bool More) : IView
{
    private static readonly Texts Text = new(typeof(InboxView));

    /// <inheritdoc />
    public string InWords(Words words) => Items.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Items.Select(item => item.InWords(words)), More);
}
