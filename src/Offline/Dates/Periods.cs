using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Weeks, months and other stretches of days: "semana que vem", "este mês", "fim de semana", "últimos 7 dias", "em dezembro".</summary>
internal static class Periods
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var period = Counted(ref cursor, context) ?? EndOf(ref cursor, context) ?? Named(ref cursor, context) ?? Month(ref cursor, context);
        if (period is not var (first, last))
        {
            return null;
        }

        var current = first <= context.Today && context.Today <= last;
        return new TimeExpression { From = from, To = cursor.At, Day = first, LastDay = last, Current = current };
    }

    private static (LocalDate First, LocalDate Last)? Named(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("a", "o", "the", "na", "no");
        var next = c.TakeAny("proxima", "proximo", "next");
        var last = !next && c.TakeAny("ultima", "ultimo", "last");
        var current = !next && !last && c.TakeAny("esta", "essa", "este", "esse", "this", "nesta", "nessa", "neste", "nesse", "desta", "dessa", "deste", "desse");
        if (Unit(ref c) is not { } unit)
        {
            return null;
        }

        next |= c.TakeAll("que", "vem") || c.TakeAny("seguinte");
        last |= c.TakeAny("passada", "passado", "anterior", "retrasada");
        current |= c.TakeAny("atual");
        if (!next && !last && !current && unit != "weekend")
        {
            return null;
        }

        cursor = c;
        return Stretch(unit, next ? 1 : last ? -1 : 0, context.Today);
    }

    private static string? Unit(ref Cursor c) =>
        c.TakeAll("fim", "de", "semana") || c.TakeAll("final", "de", "semana") || c.TakeAny("weekend", "fds") ? "weekend"
        : c.TakeAny("semana", "week") ? "week" : c.TakeAny("mes", "month") ? "month" : c.TakeAny("ano", "year") ? "year" : null;

    private static (LocalDate, LocalDate) Stretch(string unit, int shift, LocalDate today)
    {
        var monday = today.PlusDays(1 - (int)today.DayOfWeek).PlusWeeks(shift);
        var month = today.With(DateAdjusters.StartOfMonth).PlusMonths(shift);
        return unit switch
        {
            "week" => (monday, monday.PlusDays(6)),
            "weekend" => (monday.PlusDays(5), monday.PlusDays(6)),
            "month" => (month, month.With(DateAdjusters.EndOfMonth)),
            _ => (new LocalDate(today.Year + shift, 1, 1), new LocalDate(today.Year + shift, 12, 31)),
        };
    }

    private static (LocalDate, LocalDate)? Counted(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("nos", "nas", "os", "as", "the", "in");
        c.Take("the");
        var next = c.TakeAny("proximos", "proximas", "next");
        if ((!next && !c.TakeAny("ultimos", "ultimas", "last", "past")) || !Span.Take(ref c, out var span) || span.IsClockTime)
        {
            return null;
        }

        cursor = c;
        return next
            ? (context.Today, context.Today.PlusMonths(span.Months).PlusDays(span.Days))
            : (context.Today.PlusMonths(-span.Months).PlusDays(-span.Days), context.Today);
    }

    private static (LocalDate, LocalDate)? EndOf(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("the", "o", "no");
        if (!c.TakeAny("fim", "final", "end") || !c.TakeAny("do", "da", "of") || (c.Take("the") && c.AtEnd))
        {
            return null;
        }

        c.Take("the");
        var unit = Unit(ref c);
        if (unit is null or "weekend")
        {
            return null;
        }

        cursor = c;
        var (_, last) = Stretch(unit, 0, context.Today);
        last = unit == "week" ? last.PlusDays(-2) : last;
        return (last, last);
    }

    private static (LocalDate, LocalDate)? Month(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        if (!(cursor.Previous.Norm is "ate" or "by" or "until" || c.TakeAny("em", "in", "de", "during")) || !MonthDays.TakeMonth(ref c, out var month))
        {
            return null;
        }

        var dated = c;
        dated.TakeAny("de", "of");
        var named = dated.TakeDigits(out var said) && said is > 1900 and < 3000;
        c = named ? dated : c;
        var year = named ? said : context.Today.Year + (month < context.Today.Month ? 1 : 0);
        cursor = c;
        var first = new LocalDate(year, month, 1);
        return (first, first.With(DateAdjusters.EndOfMonth));
    }
}
