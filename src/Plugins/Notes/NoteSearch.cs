using System.Text;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Plugins.Notes;

/// <summary>Full-text search over notes: any of the words will do, those with more of them come first.</summary>
internal static class NoteSearch
{
    private const string Configuration = "public.tbos";
    private const int MostWords = 20;
    private const int ShownWhenFinding = 80;

    /// <summary>Words that carry no meaning in English; the database's configuration knows the Portuguese ones.</summary>
    private static readonly HashSet<string> EnglishFillers = new(
        "the an of in on at to for from with and or is are was were be been my me it its this that what when where which who how did do does about".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a query: letters and digits only.</summary>
    public static IReadOnlyList<string> WordsOf(string? query)
    {
        var clean = new StringBuilder();
        foreach (var letter in query ?? "")
        {
            clean.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        }

        return [.. clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 1 && !EnglishFillers.Contains(word))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)];
    }

    /// <summary>Notes that have any of the words, the best first; all, newest first, where there are none.</summary>
    public static IQueryable<Note> Matching(this IQueryable<Note> notes, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return notes.OrderByDescending(note => note.UpdatedAt).ThenByDescending(note => note.Id);
        }

        var any = string.Join(" | ", words);
        return notes
            .Where(note => note.Search.Matches(EF.Functions.ToTsQuery(Configuration, any)))
            .OrderByDescending(note => note.Search.Rank(EF.Functions.ToTsQuery(Configuration, any)))
            .ThenByDescending(note => note.UpdatedAt).ThenByDescending(note => note.Id);
    }

    /// <summary>The one note that an id or words mean: words of its title before words of its text.</summary>
    public static async Task<Note> MeantByAsync(this DbSet<Note> notes, string idOrWords, CancellationToken cancellationToken)
    {
        var rows = await notes.AsNoTracking().OrderByDescending(note => note.UpdatedAt)
            .Select(note => new { note.Id, note.Title, note.Text })
            .ToListAsync(cancellationToken);
        var titled = rows.FindAll(row => row.Title is not null);
        var byTitle = titled.Exists(row => WordMatch.Has(row.Title, idOrWords));
        var found = WordMatch.Find(
            byTitle ? titled : rows, idOrWords, "note",
            row => row.Id, row => byTitle ? row.Title! : $"{row.Title} {row.Text}", row => row.Title ?? Snippet.Of(row.Text, [], ShownWhenFinding));
        return await notes.SingleAsync(note => note.Id == found.Id, cancellationToken);
    }
}
