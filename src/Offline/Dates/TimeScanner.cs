using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Dates.Feasts;
using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Dates.Repeats;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Finds every time in a text, from left to right: the longest reading at each place, neighbours joined, prepositions included.</summary>
internal static class TimeScanner
{
    private delegate TimeExpression? Reader(Cursor cursor, TimeContext context);

    private static readonly Reader[] Readers =
    [
        RepeatReader.Read, ClockRanges.Read, DayRanges.Read, StretchReader.Read, OffsetTimes.Read, NumericDates.Read, WrittenDates.Read, MonthDays.Read, NthDays.Read,
        Weekdays.Read, RelativeDays.Read, FeastDays.Read, Anchors.Beside, Anchors.Shifted, Clocks.Read, PartNames.Read, Lengths.Read,
    ];

    public static List<TimeExpression> Scan(IReadOnlyList<Token> tokens, TimeContext context)
    {
        var found = new List<TimeExpression>();
        context = context with { Memo = new ScanMemo() };
        for (var at = 0; at < tokens.Count;)
        {
            if (Titles.Past(tokens, at) is var past && past > at)
            {
                at = past;
                continue;
            }

            if (tokens[at].Quoted || !Begins(tokens[at]) || Phrase(new Cursor(tokens, at, tokens.Count), context) is not { } time || !Stands(time, context))
            {
                at++;
                continue;
            }

            found.Add(time);
            at = time.To;
        }

        return found;
    }

    private static bool Begins(Token token) => token.Kind != TokenKind.Sign || token.Norm == "@";

    /// <summary>A number of times, or a length in days or months, says something only beside a repetition.</summary>
    private static bool Stands(TimeExpression time, TimeContext context) =>
        time.IsPoint || time.Minutes is not null || time.Window is not null || (time.For is not null && context.BareLengths);

    private static TimeExpression? Phrase(Cursor cursor, TimeContext context)
    {
        var whole = Piece(cursor, context);
        while (whole is not null)
        {
            var next = new Cursor(cursor, whole.To);
            next.Take(",");
            if (Piece(next, context) is not { } more || IsOfMonth(cursor, whole, next) || IsOfFeast(cursor, whole, next) || IsOfHour(cursor, whole, next) || TimeJoin.Of(whole, more) is not { } joined)
            {
                break;
            }

            whole = joined;
        }

        return whole;
    }

    /// <summary>"O relatório de março na quinta": the month says which report it is.</summary>
    private static bool IsOfMonth(Cursor cursor, TimeExpression whole, Cursor next) =>
        cursor.Word is "de" && whole is { LastDay: not null, Clock: null } && next.Word is "na" or "no" or "pra" or "para" or "ate" or "nesta" or "nessa" or "amanha" or "hoje" && cursor.Previous is { IsWord: true };

    /// <summary>"O presente de dia das mães até 7 de maio": the feast says which present it is.</summary>
    private static bool IsOfFeast(Cursor cursor, TimeExpression whole, Cursor next) =>
        (cursor.Word is "de" or "do" or "da" ? cursor.At + 1 : cursor.Previous.Norm is "de" or "do" or "da" or "pro" or "pra" or "no" ? cursor.At : -1) is > 0 and var name
        && next.Word is "ate" or "antes" or "no" or "na" or "pra" or "dia" && cursor.Previous is { IsWord: true } && FeastNames.Table.Find(new Cursor(cursor, name), out _, out var end) && end == whole.To;

    /// <summary>"O remédio das 22h até quinta": the hour says which one it is.</summary>
    private static bool IsOfHour(Cursor cursor, TimeExpression whole, Cursor next) =>
        cursor.Word is "das" or "da" && whole is { Clock: not null, Day: null, EndClock: null } && next.Word is "ate" && cursor.Previous is { IsWord: true };

    private static TimeExpression? Piece(Cursor cursor, TimeContext context)
    {
        if (cursor.AtEnd || (cursor.Word is "in" && cursor.Previous.Norm is "be" or "stay" && cursor.Peek(1) is "on" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "tomorrow" or "all"))
        {
            return null;
        }

        var best = Longest(cursor, context);
        var inner = cursor;
        var side = Prefixes.Take(ref inner);
        if (inner.At > cursor.At && inner.Word is not "," && Longest(inner, context) is { } led && (led.To > (best?.To ?? 0) || (side != Side.At && led.To == best!.To && best is { Deadline: false, After: false, Day: null })))
        {
            best = led with { Deadline = led.Deadline || side == Side.Before, After = led.After || side == Side.After };
        }

        return best is null ? null : Onwards(best with { From = cursor.At }, cursor);
    }

    /// <summary>"From next week on", "de segunda em diante": open at its end.</summary>
    private static TimeExpression Onwards(TimeExpression time, Cursor cursor)
    {
        var rest = new Cursor(cursor, time.To);
        var open = cursor.Word is "from" or "de" or "da" or "do" && time is { Day: not null, Recurrence: null }
            && (rest.TakeAny("onwards", "onward", "forward") || rest.TakeAll("em", "diante") || rest.TakeAll("pra", "frente") || (cursor.Word is "from" && rest.Word is "on" && Closing.At(new Cursor(rest, rest.At + 1)) && rest.Take("on")));
        return open ? time with { To = rest.At, After = true } : time;
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
}
