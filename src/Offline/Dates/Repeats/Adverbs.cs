using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>One word that says how often: "diariamente", "quinzenalmente", "weekly"; "mensal" only where it stands by itself.</summary>
internal static class Adverbs
{
    private static readonly PhraseTable<(Unit Unit, int Count)> Words = new(
        ((Unit.Hour, 1), ["de hora em hora", "hourly"]), ((Unit.Day, 1), ["diariamente", "daily", "everyday", "uma vez por|ao dia", "1 vez por|ao dia",
            "once a|per day", "seven days a week", "7 days a week"]),
        ((Unit.Week, 1), ["semanalmente", "weekly", "uma|1 vez por|na semana", "once a|per week"]), ((Unit.Fortnight, 1), ["quinzenalmente", "biweekly", "fortnightly"]),
        ((Unit.Month, 1), ["mensalmente", "monthly", "uma|1 vez por|ao mes", "once a|per month"]), ((Unit.Bimester, 1), ["bimestralmente"]),
        ((Unit.Quarter, 1), ["trimestralmente", "quarterly"]), ((Unit.Semester, 1), ["semestralmente"]),
        ((Unit.Year, 1), ["anualmente", "yearly", "annually", "uma|1 vez por|ao ano", "once a|per year"]),
        ((Unit.Workday, 1), ["dias uteis", "nos dias uteis", "dias de semana", "weekdays", "on weekdays", "on workdays"]),
        ((Unit.Weekend, 1), ["nos|aos? fins|finais de semana", "on? weekends", "on the weekends"]));

    private static readonly PhraseTable<(Unit Unit, int Count)> Adjectives = new(
        ((Unit.Day, 1), ["diario|diaria"]), ((Unit.Week, 1), ["semanal"]), ((Unit.Fortnight, 1), ["quinzenal"]), ((Unit.Month, 1), ["mensal"]), ((Unit.Bimester, 1), ["bimestral"]),
        ((Unit.Quarter, 1), ["trimestral"]), ((Unit.Semester, 1), ["semestral"]), ((Unit.Year, 1), ["anual"]));

    public static Repeat? Take(ref Cursor cursor)
    {
        var c = cursor;
        if (IsName(cursor))
        {
            return null;
        }

        if (!Words.Take(ref c, out var found) && !(StandsAlone(cursor) && Adjectives.Take(ref c, out found)))
        {
            return null;
        }

        cursor = c;
        return Repeat.Each(found.Unit, found.Count);
    }

    /// <summary>"The weekly report", "a daily de amanhã": it says which one is meant, not how often.</summary>
    private static bool IsName(Cursor c) => c.Word switch
    {
        "daily" when c.Previous.Norm is "da" or "na" or "minha" or "nossa" or "pra" or "nas" or "as" => true,
        "daily" when c.Previous.Norm is "a" or null && c.Peek(1) is "de" or "do" or "da" or "com" or "foi" or "passou" or "mudou" or "vai" or "amanha" or "hoje" => true,
        "weekly" or "monthly" or "quarterly" or "yearly" or "daily" or "biweekly" or "fortnightly" => c.Previous.Norm is "the" or "my" or "our" && IsPaper(c.Peek(1)) || (IsPaper(c.Peek(1)) && (c.Has("by") || c.Has("tomorrow") || c.Has("today"))),
        _ => false,
    };

    private static bool IsPaper(string word) =>
        word is "report" or "reports" or "taxes" or "tax" or "invoice" or "invoices" or "review" or "newsletter" or "statement" or "statements" or "budget" or "numbers" or "figures" or "summary" or "bill" or "bills" or "return" or "returns" or "update" or "plan" or "filing" or "estimate" or "estimates" or "slides" or "timesheet" or "expenses";

    private static bool StandsAlone(Cursor c) => c.At == 0 ? c.Limit == 1 : c.Previous.Norm is "," or "lembrete" or "recorrente" or "repeticao" or "frequencia" or "repete" or "repetir";
}
