namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>What words mean, of both languages together: a reply may mix them. Made when the first sentence is judged.</summary>
internal static class Lexicon
{
    private static readonly Dictionary<string, Word> Words = Read();

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["dois"] = 2, ["duas"] = 2, ["two"] = 2, ["ambos"] = 2, ["ambas"] = 2, ["both"] = 2, ["tres"] = 3, ["three"] = 3, ["quatro"] = 4, ["four"] = 4,
        ["cinco"] = 5, ["five"] = 5, ["seis"] = 6, ["six"] = 6, ["sete"] = 7, ["seven"] = 7, ["oito"] = 8, ["eight"] = 8, ["nove"] = 9, ["nine"] = 9, ["dez"] = 10, ["ten"] = 10,
    };

    /// <summary>What a word without accents means; an empty meaning where it does not matter. What no table knows is guessed.</summary>
    public static Word Of(string word) => Words.TryGetValue(word, out var known) ? known : Guesses.Of(word);

    /// <summary>The number that a word says, from 2 to 99, or 0.</summary>
    public static int Number(string word) => word.Length is > 0 and < 3 && char.IsAsciiDigit(word[0]) && int.TryParse(word, out var number)
        ? number
        : Numbers.GetValueOrDefault(word);

    private static Dictionary<string, Word> Read()
    {
        var words = new Dictionary<string, Word>(2000, StringComparer.Ordinal);
        foreach (var (text, word) in PortugueseVerbs.All().Concat(EnglishVerbs.All()).Concat(Nouns.All()))
        {
            words[text] = words.TryGetValue(text, out var known) ? known.Or(word) : word;
        }

        return words;
    }
}
