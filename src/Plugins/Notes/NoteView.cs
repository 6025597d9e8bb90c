using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Plugins.Notes;

/// <summary>What was done with a note.</summary>
public enum NoteChange
{
    /// <summary>Nothing: it is shown.</summary>
    None,

    /// <summary>Kept.</summary>
    Saved,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Deleted.</summary>
    Deleted,
}

/// <summary>A note.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its name, or none.</param>
/// <param name="Text">The note; in a list the part of it that matters.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="Change">What was done with it.</param>
public sealed record NoteView(Guid Id, string? Title, string Text, DateTimeOffset UpdatedAt, NoteChange Change = NoteChange.None) : IView
{
    private const int NameLength = 80;
    private static readonly Texts Texts = new(typeof(NoteView));

    /// <inheritdoc />
    public string InWords(Words words) => Change == NoteChange.None
        ? Title is null ? Text : $"{Title}: {Text}"
        : Texts[Change.ToString(), Name(Title, Text)];

    /// <summary>What a note is called: its title, or how it begins.</summary>
    internal static string Name(string? title, string text) => title ?? Snippet.Of(text, [], NameLength);

    internal static NoteView Of(Note note, NoteChange change) => new(note.Id, note.Title, note.Text, note.UpdatedAt, change);

    internal static NoteView Listed(Note note, IReadOnlyList<string> words) =>
        new(note.Id, note.Title, Snippet.Of(note.Text, words, Snippet.Most), note.UpdatedAt);
}

/// <summary>A page of notes.</summary>
/// <param name="Notes">The notes, the best match first, else the newest.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record NoteListView(IReadOnlyList<NoteView> Notes, bool More) : IView
{
    private static readonly Texts Text = new(typeof(NoteListView));

    /// <inheritdoc />
    public string InWords(Words words) => Notes.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Notes.Select(note => note.InWords(words)), More);
}
