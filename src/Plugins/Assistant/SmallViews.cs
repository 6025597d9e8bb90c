using System.Globalization;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>The language was set.</summary>
/// <param name="Language"><c>pt-BR</c> or <c>en</c>.</param>
public sealed record LanguageView(string Language) : IView
{
    private static readonly Texts Text = new(typeof(LanguageView));

    /// <summary>Says it in the new language, in which everything goes on from here.</summary>
    public string InWords(Words words)
    {
        CultureInfo.CurrentUICulture = Languages.Of(Language);
        return Text["LanguageSet"];
    }
}

/// <summary>The quiet hours were set.</summary>
/// <param name="From">Their start, <c>22:00</c>.</param>
/// <param name="To">Their end; the same as their start: there are none.</param>
public sealed record QuietHoursView(string From, string To) : IView
{
    private static readonly Texts Text = new(typeof(QuietHoursView));

    /// <inheritdoc />
    public string InWords(Words words) => From == To
        ? Text["NoQuietHours"]
        : Text["QuietHours", From, To];
}

/// <summary>The morning brief was set.</summary>
/// <param name="At">When it is told, <c>07:30</c>, or none.</param>
public sealed record MorningBriefView(string? At) : IView
{
    private static readonly Texts Text = new(typeof(MorningBriefView));

    /// <inheritdoc />
    public string InWords(Words words) => At is not null ? Text["MorningBrief", At] : Text["NoMorningBrief"];
}

/// <summary>A conversation began anew.</summary>
/// <param name="From">What was said before is no longer taken into account.</param>
public sealed record NewConversationView(DateTimeOffset From) : IView
{
    private static readonly Texts Text = new(typeof(NewConversationView));

    /// <inheritdoc />
    public string InWords(Words words) => Text["NewConversation"];
}

/// <summary>What the assistant can do.</summary>
/// <param name="Lines">One line a thing, with an example.</param>
public sealed record HelpView(IReadOnlyList<string> Lines) : IView
{
    private static readonly Texts Text = new(typeof(HelpView));
    private static readonly string[] Topics =
        ["Tasks", "Reminders", "Calendar", "FreeTime", "Notes", "Health", "Goals", "Inbox", "Today", "Undo", "Why", "Cost", "Language", "New"];

    /// <inheritdoc />
    public string InWords(Words words) => Paging.Lines(Text["Help"], Lines, false);

    internal static HelpView Of() => new([.. Topics.Select(topic => Text[$"Help{topic}"])]);
}
