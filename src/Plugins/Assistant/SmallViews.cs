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
