using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Repeats;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Me lembra de segunda a sexta": each of these days, week for week.</summary>
internal static class WeekRanges
{
    public static Recurrence? Rule(Speech speech, TimeExpression time)
    {
        var cursor = speech.From(time.From);
        cursor.TakeAny("de", "da", "from", "entre");
        return time.LastDay is not null && Habits.Days(ref cursor, out var days) && days.Count > 2 ? new Recurrence(Frequency.Weekly) { Weekdays = days } : null;
    }

    /// <summary>Beside the day on which it ends, a range of weekdays is a repetition: "de segunda a sexta às 17h …, até 30 de julho".</summary>
    public static List<TimeExpression> Repeated(Speech speech, List<TimeExpression> times, int to)
    {
        times = Ranges(speech, times);
        return times.Exists(time => time.Recurrence is { Until: null, Count: null }) ? [.. times, .. Lengths(speech, times[0].From, to, times)] : times;
    }

    /// <summary>"… do remédio por 7 dias": how long it goes on, said apart from the repetition.</summary>
    private static IEnumerable<TimeExpression> Lengths(Speech speech, int from, int to, List<TimeExpression> times)
    {
        for (var at = from; at < to - 2; at++)
        {
            if (speech.Tokens[at].Norm is "por" or "durante" or "for" or "pelos" && speech.TimeAt(at) is null && !speech.Tokens[at].Quoted)
            {
                return TimeScanner.Scan(speech.Tokens, speech.Context with { BareLengths = true })
                    .Where(time => time is { For.IsClockTime: false, IsPoint: false } && time.From >= from && time.To <= to && !times.Exists(known => known.From < time.To && time.From < known.To));
            }
        }

        return [];
    }

    private static List<TimeExpression> Ranges(Speech speech, List<TimeExpression> times) =>
        times.Exists(time => time is { Deadline: true, Day: not null, Clock: null, Recurrence: null })
            ? [.. times.Select(time => time.Recurrence is null && Rule(speech, time) is { } rule ? time with { Recurrence = rule, Day = null, LastDay = null, Loose = null } : time)]
            : times;
}
