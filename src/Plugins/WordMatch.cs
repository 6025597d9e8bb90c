using System.Globalization;
using System.Text;

namespace TbPersonalOs.Plugins;

/// <summary>Finds the one thing that an id or words mean, among a person's things.</summary>
public static class WordMatch
{
    private const int MostCandidates = 5;
    private static readonly Texts Text = new(typeof(WordMatch));

    private static readonly HashSet<string> Fillers = new(
        ("o a os as um uma de da do das dos em na no para pra por com que e meu minha essa esse isso "
         + "the an of in on for to with my this that it "
         + "tarefa lembrete nota evento meta item compromisso reuniao task reminder note event goal meeting").Split(' '),
        StringComparer.Ordinal);

    /// <summary>
    /// The thing with that id, or the only one whose text has all the words (accents, case, filler words and endings do not matter).
    /// Candidates are <paramref name="shown"/> with what tells them apart.
    /// </summary>
    /// <exception cref="ToolException">not_found or ambiguous, with the candidates.</exception>
    public static T Find<T>(
        IReadOnlyCollection<T> things, string idOrWords, string parameter, Func<T, Guid> id, Func<T, string> text, Func<T, string>? shown = null)
    {
        shown ??= text;
        if (Guid.TryParse(idOrWords, out var wanted))
        {
            return things.Any(thing => id(thing) == wanted)
                ? things.First(thing => id(thing) == wanted)
                : throw NotFound(idOrWords, parameter, []);
        }

        var (words, fillers) = Meaning(idOrWords);
        var scored = things.Select(thing => (thing, tokens: Tokens(text(thing), fillers)))
            .Select(pair => (pair.thing, pair.tokens, hits: words.Count(word => pair.tokens.Any(token => Alike(word, token)))))
            .ToList();
        var all = scored.Where(found => found.hits == words.Count).ToList();
        var exact = all.Where(found => found.tokens.Count == words.Count).ToList();
        return (all.Count, exact.Count) switch
        {
            (1, _) => all[0].thing,
            (0, _) when fillers && things.Count == 1 => things.First(),
            (0, _) when fillers && things.Count > 1 => throw Several(things, parameter, id, shown),
            (0, _) => throw NotFound(idOrWords, parameter, Candidates(scored.Where(found => found.hits > 0).OrderByDescending(found => found.hits).Select(found => found.thing), id, shown)),
            (_, 1) => exact[0].thing,
            _ => throw Several([.. all.Select(found => found.thing)], parameter, id, shown),
        };
    }

    /// <summary>Whether <paramref name="text"/> has all words of <paramref name="wanted"/>.</summary>
    public static bool Has(string? text, string wanted)
    {
        var (words, fillers) = Meaning(wanted);
        var tokens = Tokens(text ?? "", fillers);
        return words.All(word => tokens.Any(token => Alike(word, token)));
    }

    /// <summary>Lower case, without accents.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }

    /// <summary>The words that count: where there are only fillers ("a reunião"), these.</summary>
    private static (List<string> Words, bool Fillers) Meaning(string wanted) =>
        Tokens(wanted, false) is { Count: > 0 } words ? (words, false) : (Tokens(wanted, true).FindAll(word => word.Length > 2), true);

    private static List<string> Tokens(string text, bool fillers)
    {
        var plain = Plain(text);
        var tokens = new List<string>();
        for (var start = 0; start < plain.Length; start++)
        {
            var end = start;
            while (end < plain.Length && char.IsLetterOrDigit(plain[end]))
            {
                end++;
            }

            if (end > start && (fillers || !Fillers.Contains(plain[start..end])))
            {
                tokens.Add(plain[start..end]);
            }

            start = end;
        }

        return tokens;
    }

    /// <summary>Equal, or alike up to an ending: reunião and reuniões, pagar and paga.</summary>
    private static bool Alike(string word, string token)
    {
        if (word == token)
        {
            return true;
        }

        var stem = Math.Max(4, Math.Max(word.Length, token.Length) - 3);
        return word.Length >= stem && token.Length >= stem && word.AsSpan(0, stem).SequenceEqual(token.AsSpan(0, stem));
    }

    private static ToolException NotFound(string words, string parameter, List<Candidate> near) =>
        new(ErrorCode.NotFound, near.Count == 0 ? Text["NotFound", words] : Text["NotFoundNear", words, string.Join(", ", near.Select(candidate => $"“{candidate.Text}”"))])
        {
            Parameter = parameter,
            Candidates = near,
        };

    private static ToolException Several<T>(IReadOnlyCollection<T> things, string parameter, Func<T, Guid> id, Func<T, string> text) =>
        new(ErrorCode.Ambiguous, Text["Ambiguous"]) { Parameter = parameter, Candidates = Candidates(things, id, text) };

    private static List<Candidate> Candidates<T>(IEnumerable<T> things, Func<T, Guid> id, Func<T, string> text) =>
        [.. things.Take(MostCandidates).Select(thing => new Candidate(id(thing), text(thing)))];
}
