using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Questions;

/// <summary>One of several: "2", "a segunda", "o último", "the second one", or words that only one of them has.</summary>
internal static class Choices
{
    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["primeira"] = 1, ["primeiro"] = 1, ["first"] = 1, ["segunda"] = 2, ["segundo"] = 2, ["second"] = 2, ["terceira"] = 3, ["terceiro"] = 3, ["third"] = 3,
        ["quarta"] = 4, ["quarto"] = 4, ["fourth"] = 4, ["quinta"] = 5, ["quinto"] = 5, ["fifth"] = 5, ["ultima"] = -1, ["ultimo"] = -1, ["last"] = -1,
    }.ToFrozenDictionary();

    /// <summary>The place in a list that the words name, counted from 1, or -1 for the last; null where they name none.</summary>
    public static int? Place(Cursor cursor)
    {
        while (cursor.TakeAny("a", "o", "as", "the", "numero", "number", "#", "opcao", "option", "pode", "ser", "e", "sim", ",", "tarefa", "task", "item"))
        {
        }

        int? place = cursor.TakeFrom(Ordinals, out var ordinal) ? ordinal : Numbers.Take(ref cursor, out var number) ? number : null;
        cursor.TakeAny("a", "ª", "º", "o", ")");
        cursor.TakeAny("one", "opcao", "option", "da", "lista");
        while (cursor.TakeAny(".", "!", "mesmo", "favor", "por", "please", ","))
        {
        }

        return cursor.AtEnd ? place : null;
    }

    public static int? Place(string words)
    {
        var tokens = Tokenizer.Cut(words);
        return Place(new Cursor(tokens, 0, tokens.Count));
    }

    public static Candidate? Pick(IReadOnlyList<Candidate> candidates, Speech speech)
    {
        if (Place(speech.From(0)) is { } place)
        {
            var index = place < 0 ? candidates.Count - 1 : place - 1;
            return index < candidates.Count && index >= 0 ? candidates[index] : null;
        }

        var said = speech.Tokens.Where(token => token.IsWord && token.Norm.Length > 2).Select(token => token.Norm).ToList();
        var fitting = candidates.Where(one => said.Count > 0 && said.TrueForAll(word => Has(one.Text, word))).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool Has(string text, string word) => Tokenizer.Cut(text).Exists(token => token.Norm == word);
}
