using System.Collections.Frozen;

namespace TbPersonalOs.Offline.Text;

/// <summary>
/// Words with one slip of the finger, brought to the known word that they must be: a letter too many, too few, another one, or two
/// swapped. First letters and short words are left alone, for there a slip makes another word.
/// </summary>
internal sealed class Spelling
{
    private const int Shortest = 5;
    private readonly FrozenSet<string> known;
    private readonly Dictionary<(char First, int Length), List<string>> byShape = [];

    /// <summary>Words that can be meant, and others that look like them but are words of their own.</summary>
    public Spelling(IEnumerable<string> words, IEnumerable<string> others)
    {
        var meant = words.Distinct().ToList();
        known = meant.Concat(others).ToFrozenSet();
        foreach (var word in meant.Where(word => word.Length >= Shortest))
        {
            if (!byShape.TryGetValue((word[0], word.Length), out var list))
            {
                byShape[(word[0], word.Length)] = list = [];
            }

            list.Add(word);
        }
    }

    /// <summary>The known word that is meant, or the word itself where none or several could be.</summary>
    public string Of(string word)
    {
        if (word.Length < Shortest || known.Contains(word) || IsPast(word))
        {
            return word;
        }

        string? found = null;
        for (var length = Math.Max(Shortest, word.Length - 1); length <= word.Length + 1; length++)
        {
            foreach (var candidate in byShape.GetValueOrDefault((word[0], length)) ?? [])
            {
                if (!IsOneSlip(word, candidate))
                {
                    continue;
                }

                if (found is not null && !SameStem(found, candidate))
                {
                    return word;
                }

                // Letters are left out more often than they are added.
                found = candidate;
            }
        }

        return found ?? word;
    }

    /// <summary>"Busquei" is what somebody did, and not "busque" with a slip.</summary>
    private static bool IsPast(string word) => word.Length > Shortest && word.EndsWith("ei", StringComparison.Ordinal);

    private static bool SameStem(string one, string other) => one.AsSpan().CommonPrefixLength(other) >= Shortest - 1;

    private static bool IsOneSlip(string typed, string meant)
    {
        var at = 0;
        while (at < typed.Length && at < meant.Length && typed[at] == meant[at])
        {
            at++;
        }

        var rest = typed.AsSpan(at);
        var wanted = meant.AsSpan(at);
        return typed.Length == meant.Length
            ? rest[1..].SequenceEqual(wanted[1..]) || (rest.Length > 1 && rest[0] == wanted[1] && rest[1] == wanted[0] && rest[2..].SequenceEqual(wanted[2..]))
            : typed.Length < meant.Length ? rest.SequenceEqual(wanted[1..]) : rest[1..].SequenceEqual(wanted);
    }
}
