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

    public static bool Take(ref Cursor cursor, out int month)
    {
        if (!cursor.TakeFrom(Names, out month))
        {
            return false;
        }

        if (cursor.Touching && cursor.Word == "." && cursor.Previous.Norm.Length <= 4)
        {
            cursor.Skip();
        }

        return true;
    }

    /// <summary>"Dez da noite", "dez horas": the number, not December.</summary>
    public static bool IsTen(Cursor after) =>
        after.Previous.Norm is "dez" && after.Word is "da" or "e" or "horas" or "hora" or "h" or "minutos" or "minuto" or "dias" or "semanas" or "meses" or "anos" or "vezes" or "pras" or "pro" or "reais" or "mil" or "por" or "segundos";

    /// <summary>The month just read may be another word: "set", "out", "may".</summary>
    public static bool InDoubt(Cursor after) => Doubtful.Contains(after.Previous.Norm);

    private static FrozenDictionary<string, int> Rows(string[] rows) =>
        rows.SelectMany((row, at) => row.Split(' ').Select(word => (word, at + 1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
