using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Feasts;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Natal com a família em Búzios de 24 a 27": the holiday that opens a wish names it where the days are said apart.</summary>
internal static class Occasions
{
    public static List<TimeExpression> WithoutNames(Speech speech, List<TimeExpression> times)
    {
        var days = times.FindAll(time => time.Day is not null);
        return days.Count > 1 && IsName(speech, days[0]) ? times.FindAll(time => time != days[0]) : times;
    }

    /// <summary>A holiday followed by who or where.</summary>
    public static bool IsName(Speech speech, TimeExpression time) =>
        FeastNames.Table.Find(speech.From(time.From), out _, out var end) && end == time.To && speech.From(end).Word is "com" or "em" or "na" or "no" or "with" or "at" or "in" or "dinner" or "lunch" or "party"
        && speech.Times.Any(other => other.From > time.From && other.Day is not null);
}
