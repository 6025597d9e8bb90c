using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Which one, seen from now: 0 is this one, 1 the next, 2 the one after, -1 the last, -2 the one before ("retrasada").</summary>
internal static class Deixis
{
    private static readonly FrozenDictionary<string, int> Leading = Rows(
        (0, "esta essa este esse nesta nessa neste nesse desta dessa deste desse this current these"),
        (1, "proxima proximo next coming upcoming following"), (-1, "ultima ultimo last past previous passada passado anterior"));

    private static readonly PhraseTable<int> Trailing = new(
        (1, ["que vem|entra", "seguinte|vindouro|vindoura"]), (2, ["after next"]), (-1, ["passada|passado|anterior"]), (-2, ["retrasada|retrasado", "before last"]), (0, ["atual|actual|corrente"]));

    /// <summary>Before the noun: "esta", "próxima", "next", "this past".</summary>
    public static int? Before(ref Cursor cursor)
    {
        cursor.Take("around");
        if ((cursor.Word is "coming" && cursor.Previous.Norm is "is" or "are" or "s" or "m" or "re" or "am" or "be" or "isn") || !cursor.TakeFrom(Leading, out var turn))
        {
            return null;
        }

        return turn == 0 && cursor.TakeFrom(Leading, out var more) ? more : turn;
    }

    /// <summary>After the noun: "que vem", "passada", "retrasada", "after next".</summary>
    public static int? After(ref Cursor cursor) => Trailing.Take(ref cursor, out var turn) ? turn : null;

    private static FrozenDictionary<string, int> Rows(params (int Turn, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Turn))).ToFrozenDictionary(pair => pair.word, pair => pair.Turn);
}
