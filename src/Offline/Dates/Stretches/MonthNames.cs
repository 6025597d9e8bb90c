using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>Months by name. Short names and "may", "march" are other words too: those say that they are in doubt.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Names = Rows(
        ["janeiro jan january", "fevereiro fev february feb", "marco mar march", "abril abr april apr", "maio mai may", "junho jun june", "julho jul july",
         "agosto ago august aug", "setembro set september sep sept", "outubro out october oct", "novembro nov november", "dezembro dez december dec"]);

    private static readonly FrozenSet<string> Doubtful = FrozenSet.ToFrozenSet(["mar", "march", "may", "set", "out", "ago", "sep", "jun", "mai", "dec", "jan", "june", "april", "august"]);

    /// <summary>After "dez" these make it the number ten.</summary>
    private static readonly FrozenSet<string> Counted = FrozenSet.ToFrozenSet(
        ["da", "e", "h", "horas", "hora", "minutos", "minuto", "min", "segundos", "dias", "semanas", "meses", "anos", "vezes", "reais", "por", "pras", "pro", "mil", "pessoas", "paginas"]);

    public static bool Take(ref Cursor cursor, out int month)
    {
        month = 0;
        if (IsTen(cursor) || !cursor.TakeFrom(Names, out month))
        {
            return false;
        }

        if (cursor.Touching && cursor.Word == "." && cursor.Previous.Norm.Length <= 4)
        {
            cursor.Skip();
        }

        return true;
    }

    public static bool Has(string word) => word != "dez" && Names.ContainsKey(word);

    /// <summary>"Às dez", "dez minutos": December only after a day or a preposition of months, and with nothing to count after it.</summary>
    private static bool IsTen(Cursor at) =>
        at.Word is "dez" && (!(at.Previous.IsNumber || at.Previous.Norm is "de" or "em" or "ate" or "of" or "in" or "/" or "-" or "desde") || Counted.Contains(at.Peek(1)));

    /// <summary>The month just read may be another word: "set", "out", "may".</summary>
    public static bool InDoubt(Cursor after) => Doubtful.Contains(after.Previous.Norm);

    private static FrozenDictionary<string, int> Rows(string[] rows) =>
        rows.SelectMany((row, at) => row.Split(' ').Select(word => (word, at + 1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
