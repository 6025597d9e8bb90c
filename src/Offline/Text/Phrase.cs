namespace TbPersonalOs.Offline.Text;

/// <summary>
/// A wording written as a pattern: words separated by blanks, alternatives by <c>|</c>, a trailing <c>?</c> where the slot may be missing.
/// <c>me? lembra|lembre de|que?</c> matches "lembra", "me lembre de" and so on; the longest reading wins.
/// </summary>
internal sealed class Phrase
{
    private readonly (string[] Words, bool Optional)[] slots;

    private Phrase((string[] Words, bool Optional)[] slots) => this.slots = slots;

    public static Phrase Of(string pattern) =>
        new([.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(slot => slot == "?" ? ([slot], false) : (slot.TrimEnd('?').Split('|'), slot.EndsWith('?')))]);

    /// <summary>Every word that it can contain.</summary>
    public IEnumerable<string> Words => slots.SelectMany(slot => slot.Words);

    /// <summary>The words with which this wording can begin.</summary>
    public IEnumerable<string> Beginnings()
    {
        foreach (var (words, optional) in slots)
        {
            foreach (var word in words)
            {
                yield return word;
            }

            if (!optional)
            {
                yield break;
            }
        }
    }

    /// <summary>The token after the match, or -1.</summary>
    public int Match(Cursor cursor) => Match(cursor, 0);

    private int Match(Cursor cursor, int slot)
    {
        if (slot == slots.Length)
        {
            return cursor.At;
        }

        var (words, optional) = slots[slot];
        var next = cursor;
        var taken = next.TakeAny(words) ? Match(next, slot + 1) : -1;
        return taken >= 0 || !optional ? taken : Match(cursor, slot + 1);
    }
}
