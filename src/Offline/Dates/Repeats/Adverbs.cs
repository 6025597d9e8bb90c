using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>One word that says how often: "diariamente", "quinzenalmente", "weekly"; "mensal" only where it stands by itself.</summary>
internal static class Adverbs
{
    private static readonly PhraseTable<(Unit Unit, int Count)> Words = new(
        ((Unit.Hour, 1), ["de hora em hora", "hourly"]), ((Unit.Day, 1), ["diariamente", "daily", "everyday", "uma vez por|ao dia", "1 vez por|ao dia", "once a|per day", "seven days a week", "7 days a week"]),
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
        if (!Words.Take(ref c, out var found) && !(StandsAlone(cursor) && Adjectives.Take(ref c, out found)))
        {
            return null;
        }

        cursor = c;
        return Repeat.Each(found.Unit, found.Count);
    }

    private static bool StandsAlone(Cursor c) => c.At == 0 ? c.Limit == 1 : c.Previous.Norm is "," or "lembrete" or "recorrente" or "repeticao" or "frequencia" or "repete" or "repetir";
}
