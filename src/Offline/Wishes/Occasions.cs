using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Feasts;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Natal com a família em Búzios de 24 a 27": the holiday that opens a wish names it where the days are said apart.</summary>
internal static class Occasions
{
    public static List<TimeExpression> WithoutNames(Speech speech, List<TimeExpression> times)
    {
        var days = times.FindAll(time => time.Day is not null);
        return days.Count > 1 && FeastNames.Table.Find(speech.From(days[0].From), out _, out var end) && end == days[0].To && speech.From(end).Word is "com" or "em" or "na" or "no" or "with" or "at" or "in" or "dinner" or "lunch" or "party"
            ? times.FindAll(time => time != days[0])
            : times;
    }
}
