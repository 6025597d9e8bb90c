using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>Days of a month: "dia 5", "próximo dia 10", "dia 10 do mês que vem", "the 5th", "20th of the previous month". One that has passed is next month's.</summary>
internal static class MonthDays
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var before = cursor.Previous.Norm ?? "";
        var c = cursor;
        var led = c.Take("the") || before is "the" or "on" or "by" or "until" or "till" or "from" or "to" or "through" or "thru" or "-" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"
            or "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun";
        var turn = Deixis.Before(ref c);
        var named = c.Take("dia");
        var at = c.At;
        if (!WrittenDates.TakeDay(ref c, out var day) || day is < 1 or > 31)
        {
            return null;
        }

        _ = c.TakeAll("day") && !named;
        if (OfMonth(ref c, context) is { } month)
        {
            return Dated.Of(month.First.Year, month.First.Month, day) is { } date ? new TimeExpression { From = from, To = c.At, Day = date } : null;
        }

        return named || ((led || from == 0) && IsOrdinal(c, at) && Closing.At(c)) ? Alone(c, from, day, turn, context) : null;
    }

    private static TimeExpression? Alone(Cursor c, int from, int day, int? turn, TimeContext context)
    {
        if (c.Word is "/" or "h" || Repeats.MonthRepeats.IsMinutes(c))
        {
            return null;
        }

        turn = c.TakeAny("agora") ? 0 : turn ?? (c.TakeAny("passado") ? -1 : null);
        if (turn == -1)
        {
            return Past(from, c.At, day, context);
        }

        for (var month = context.Today; ; month = month.PlusMonths(1).With(DateAdjusters.StartOfMonth))
        {
            if (Dated.Of(month.Year, month.Month, day) is { } date && date >= context.Today)
            {
                var found = new TimeExpression { From = from, To = c.At, Day = date, Loose = new LooseDay { MonthDay = day } };
                return date.Month == context.Today.Month && date.Year == context.Today.Year ? found : found.Assume(Assumed.NextMonth);
            }
        }
    }

    private static TimeExpression? Past(int from, int to, int day, TimeContext context)
    {
        for (var month = context.Today; ; month = month.PlusMonths(-1))
        {
            if (Dated.Of(month.Year, month.Month, day) is { } date && date < context.Today)
            {
                return new TimeExpression { From = from, To = to, Day = date };
            }
        }
    }

    /// <summary>"Do mês que vem", "of next month", "deste mês".</summary>
    private static Stretch? OfMonth(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("de", "do", "of", "in");
        c.TakeAny("o", "the");
        if (c.Take("corrente"))
        {
            c.TakeAny("mes", "ano");
            cursor = c;
            return Stretch.Of(Unit.Month, 0, context.Today);
        }

        var turn = Deixis.Before(ref c);
        if (!c.TakeAny("mes", "month") || (turn ?? Deixis.After(ref c)) is not { } found)
        {
            return null;
        }

        cursor = c;
        return Stretch.Of(Unit.Month, found, context.Today);
    }

    private static bool IsOrdinal(Cursor after, int from) =>
        after.At > from && after.Previous.Norm is "st" or "nd" or "rd" or "th" or "first" or "second" or "third" or "fifth" || (after.At > from && after.Previous.Norm.EndsWith("th", StringComparison.Ordinal));
}
