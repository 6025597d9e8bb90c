using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>From one day to another: "de segunda a sexta", "de 20 a 24 de dezembro", "from monday to friday", "13-15 de julho".</summary>
internal static class DayRanges
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("de", "do", "from", "entre", "between", "desde");
        return WithinMonth(cursor, from, context) ?? Between(cursor, from, context);
    }

    private static TimeExpression? Between(Cursor cursor, int from, TimeContext context)
    {
        if (Day(cursor, context) is not { } first)
        {
            return null;
        }

        var c = new Cursor(cursor, first.To);
        if (!Joint(ref c) || Day(c, context) is not { } last || last.Day is not { } end || first.Day is not { } start)
        {
            return null;
        }

        return new TimeExpression { From = from, To = last.To, Day = start, LastDay = end < start ? end.PlusWeeks(1) : end };
    }

    private static TimeExpression? WithinMonth(Cursor cursor, int from, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("dia", "dias");
        if (!c.TakeDigits(out var day) || !Joint(ref c) || MonthDays.Read(c, context) is not { Day: { } end } last || day < 1 || day >= end.Day)
        {
            return null;
        }

        return new TimeExpression { From = from, To = last.To, Day = new LocalDate(end.Year, end.Month, day), LastDay = end };
    }

    private static TimeExpression? Day(Cursor cursor, TimeContext context)
    {
        cursor.TakeAny("a", "o", "the");
        return MonthDays.Read(cursor, context) ?? Weekdays.Read(cursor, context) ?? RelativeDays.Read(cursor, context);
    }

    private static bool Joint(ref Cursor cursor) => cursor.TakeAny("a", "ate", "to", "until", "through", "-", "e", "and", "ao");
}
