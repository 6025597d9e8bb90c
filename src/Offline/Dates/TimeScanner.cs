using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Finds every time in a text, from left to right: the longest reading at each place, neighbours joined, prepositions included.</summary>
internal static class TimeScanner
{
    private delegate TimeExpression? Reader(Cursor cursor, TimeContext context);

    private static readonly Reader[] Readers =
    [
        Recurrences.Read, ClockRanges.Read, DayRanges.Read, Periods.Read, OffsetTimes.Read, MonthDays.Read, Weekdays.Read,
        RelativeDays.Read, Clocks.Read, DayParts.Read, Lengths.Read,
    ];

    public static List<TimeExpression> Scan(IReadOnlyList<Token> tokens, TimeContext context)
    {
        var found = new List<TimeExpression>();
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Quoted || Phrase(new Cursor(tokens, at, tokens.Count), context) is not { } time)
            {
                at++;
                continue;
            }

            found.Add(time);
            at = time.To;
        }

        return found;
    }

    private static TimeExpression? Phrase(Cursor cursor, TimeContext context)
    {
        var whole = Piece(cursor, context);
        while (whole is not null)
        {
            var next = new Cursor(cursor, whole.To);
            next.Take(",");
            if (Piece(next, context) is not { } more || TimeJoin.Of(whole, more) is not { } joined)
            {
                break;
            }

            whole = joined;
        }

        return whole;
    }

    private static TimeExpression? Piece(Cursor cursor, TimeContext context)
    {
        var best = Longest(cursor, context);
        var inner = cursor;
        var deadline = Prepositions(ref inner);
        if (inner.At > cursor.At && Longest(inner, context) is { } led && led.To > (best?.To ?? 0))
        {
            best = led;
        }

        return best is null ? null : best with { From = cursor.At, Deadline = best.Deadline || deadline };
    }

    private static TimeExpression? Longest(Cursor cursor, TimeContext context)
    {
        TimeExpression? best = null;
        foreach (var read in Readers)
        {
            if (read(cursor, context) is { } found && found.To > (best?.To ?? 0))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>A preposition and an article before a time belong to it: "para o dia 5", "até a sexta", "by the 5th".</summary>
    private static bool Prepositions(ref Cursor cursor)
    {
        var deadline = cursor.TakeAny("ate", "by", "until", "till", "before") || cursor.TakeAll("antes", "de") || cursor.TakeAll("antes", "do");
        if (!deadline)
        {
            cursor.TakeAny("para", "pra", "pro", "p", "no", "na", "em", "de", "do", "da", "das", "a", "on", "at", "for", "from", "in", "of", "to", "due", "as", "ao", "starting");
        }

        cursor.TakeAny("o", "a", "as", "the", "on", "no", "na");
        return deadline;
    }
}
