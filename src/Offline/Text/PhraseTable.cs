namespace TbPersonalOs.Offline.Text;

/// <summary>Wordings with their meaning, found by their first word; where several match, the longest wins, then the first written.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(Phrase Phrase, T Meaning)>> byFirstWord = [];

    public PhraseTable(params IEnumerable<(T Meaning, string[] Patterns)> rows)
    {
        foreach (var (meaning, patterns) in rows)
        {
            foreach (var pattern in patterns)
            {
                Add(new Phrase(pattern), meaning);
            }
        }
    }

    /// <summary>Every word of every wording.</summary>
    public IEnumerable<string> Words => byFirstWord.Values.SelectMany(list => list).SelectMany(entry => entry.Phrase.Words).Distinct();

    public bool Find(Cursor at, out T meaning, out int end)
    {
        (meaning, end) = (default!, -1);
        if (!byFirstWord.TryGetValue(at.Word, out var candidates))
        {
            return false;
        }

        foreach (var (phrase, value) in candidates)
        {
            var matched = phrase.Match(at);
            if (matched > end && matched > at.At)
            {
                (meaning, end) = (value, matched);
            }
        }

        return end >= 0;
    }

    public bool Take(ref Cursor cursor, out T meaning)
    {
        if (!Find(cursor, out meaning, out var end))
        {
            return false;
        }

        while (cursor.At < end)
        {
            cursor.Skip();
        }

        return true;
    }

    private void Add(Phrase phrase, T meaning)
    {
        foreach (var word in phrase.Beginnings())
        {
            if (!byFirstWord.TryGetValue(word, out var list))
            {
                byFirstWord[word] = list = [];
            }

            if (list.Count == 0 || list[^1].Phrase != phrase)
            {
                list.Add((phrase, meaning));
            }
        }
    }
}
