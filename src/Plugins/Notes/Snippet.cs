namespace TbPersonalOs.Plugins.Notes;

/// <summary>A part of a text in one line: where it speaks of the words, else how it begins.</summary>
internal static class Snippet
{
    /// <summary>Characters in a list.</summary>
    public const int Most = 200;

    private const string Cut = "…";

    public static string Of(string text, IReadOnlyList<string> words, int most)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
        {
            return line;
        }

        var start = Math.Clamp(FirstHit(line, words) - (most / 4), 0, line.Length - most + Cut.Length);
        start += start > 0 && char.IsLowSurrogate(line[start]) ? 1 : 0;
        var before = start > 0 ? Cut : "";
        var rest = line[start..];
        if (before.Length + rest.Length <= most)
        {
            return before + rest;
        }

        var room = most - before.Length - Cut.Length;
        room -= char.IsHighSurrogate(rest[room - 1]) ? 1 : 0;
        return before + rest[..room].TrimEnd() + Cut;
    }

    private static int FirstHit(string line, IReadOnlyList<string> words)
    {
        var plain = WordMatch.Plain(line);
        var hits = words.Select(word => plain.IndexOf(WordMatch.Plain(word), StringComparison.Ordinal)).Where(place => place >= 0);
        return hits.DefaultIfEmpty(0).Min();
    }
}
