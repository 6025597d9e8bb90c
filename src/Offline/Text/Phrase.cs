namespace TbPersonalOs.Offline.Text;

/// <summary>
/// A wording written as a pattern: words separated by blanks, alternatives by <c>|</c>, a trailing <c>?</c> where the slot may be missing.
/// <c>me? lembra|lembre de|que?</c> matches "lembra", "me lembre de" and so on; the longest reading wins.
/// </summary>
internal sealed class Phrase(string pattern)
{
    private (string[] Words, bool Optional)[]? slots;

    /// <summary>Every word that it can contain.</summary>
    public IEnumerable<string> Words => Slots.SelectMany(slot => slot.Words);

    /// <summary>Read when the wording is first tried: most of the thousands never are, and a cold start would wait for all.</summary>
    private (string[] Words, bool Optional)[] Slots => slots ??= [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Slot)];

    /// <summary>The words with which this wording can begin.</summary>
    public IEnumerable<string> Beginnings()
    {
        for (var from = 0; from < pattern.Length;)
        {
            var to = pattern.IndexOf(' ', from) is var blank and >= 0 ? blank : pattern.Length;
            var (words, optional) = Slot(pattern[from..to]);
            foreach (var word in words)
            {
                yield return word;
            }

            if (!optional)
            {
                yield break;
            }

            from = to + 1;
        }
    }

    private static (string[] Words, bool Optional) Slot(string slot) =>
        slot == "?" ? ([slot], false) : (slot.TrimEnd('?').Split('|'), slot.EndsWith('?'));

    /// <summary>The token after the match, or -1.</summary>
    public int Match(Cursor cursor) => Match(cursor, 0);

    private int Match(Cursor cursor, int slot)
    {
        if (slot == Slots.Length)
        {
            return cursor.At;
        }

        var (words, optional) = Slots[slot];
        var next = cursor;
        var taken = next.TakeAny(words) ? Match(next, slot + 1) : -1;
        return taken >= 0 || !optional ? taken : Match(cursor, slot + 1);
    }
}
