using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Dates.Feasts;
using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>From one day or month to another: "de segunda a sexta", "de 20 a 24 de dezembro", "July 13-15", "de março a maio", "de sexta às 18h até domingo às 20h".</summary>
internal static class DayRanges
{
    private static readonly PhraseTable<bool> Openings = new((true, ["de|do|da|desde|entre|from", "desde o|a", "entre o|a|os|as", "in? between the?", "from the", "a partir de|do|da", "dos? dias"]));
    private static readonly PhraseTable<bool> Joints = new((true, ["a|ao", "ate o|a|ao?", "to|until|till|through|thru the?", "-", "–", "/", "e|and o|a|the?"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var between = cursor.Word is "entre" or "between" or "in";
        var c = cursor;
        Openings.Take(ref c, out _);
        return WithinMonth(c, from, context) ?? Between(c, from, between, context) ?? (c.At > cursor.At ? WithinMonth(cursor, from, context) ?? Between(cursor, from, between, context) : null);
    }

    private static TimeExpression? Between(Cursor cursor, int from, bool between, TimeContext context)
    {
        if (FeastNames.Table.Find(cursor, out _, out _) && cursor.Previous.Norm is "de" or "do" or "da" || End(cursor, context) is not { Day: { } start } first)
        {
            return null;
        }

        var c = new Cursor(cursor, first.To);
        var (and, slash, until) = (c.Word is "e" or "and", c.Word is "/", c.Word is "ate" or "until" or "till" or "through" or "thru" or "to" or "a");
        if (!Joints.Take(ref c, out _) || (End(c, context, first.Clock is not null) ?? (and ? null : LaterDay(c, first))) is not { Day: { } next } last || (first.Clock is null) != (last.Clock is null) || ((first.LastDay is null) != (last.LastDay is null) && !(until && first.LastDay is null)))
        {
            return null;
        }

        var end = last.LastDay ?? next;
        end = end >= start ? end : last.Loose?.Weekday is not null ? end.PlusWeeks(1) : end.PlusYears(1);
        return end < start || (slash && first.Clock is null) || (and && !between && (end != start.PlusDays(1) || first.Clock is not null || Begins(new Cursor(c, last.To)))) ? null
            : new TimeExpression { From = from, To = last.To, Day = start, LastDay = end, Clock = first.Clock, EndClock = last.Clock };
    }

    /// <summary>"Abastecer hoje e amanhã tenho que levar…": the second day is that of another thing.</summary>
    private static bool Begins(Cursor after) =>
        after.Word is "tenho" or "preciso" or "temos" or "precisamos" or "eu" or "vou" or "me" or "marca" or "falta" or "i" or "we" or "need" or "have" or "remind" or "book" || after.Peek(1) is "preciso" or "tenho" or "precisamos" or "temos";

    /// <summary>"Dia 19 até 22": another day of the same month.</summary>
    private static TimeExpression? LaterDay(Cursor c, TimeExpression first)
    {
        var from = c.At;
        return first is { Loose.MonthDay: { } start, Day: { } day, Clock: null } && c.TakeDigits(out var last) && last > start && last <= 31 && c.Word is not ("h" or "horas" or "hora" or ":" or "/" or "am" or "pm" or "da" or "e") && Dated.Of(day.Year, day.Month, last) is { } end
            ? new TimeExpression { From = from, To = c.At, Day = end }
            : null;
    }

    /// <summary>A day with or without an hour, or a month, quarter or year.</summary>
    private static TimeExpression? End(Cursor cursor, TimeContext context, bool clocked = true)
    {
        cursor.TakeAny("a", "o", "the", "na", "no");
        if (Anchors.Read(cursor, context) is not { } day)
        {
            var from = cursor.At;
            if (EdgeStretches.Read(cursor, context) is { } edge)
            {
                return edge;
            }

            return NamedStretches.Take(ref cursor, context, out var stretch) ? new TimeExpression { From = from, To = cursor.At, Day = stretch.First, LastDay = stretch.Last } : null;
        }

        var c = new Cursor(cursor, day.To);
        c.Take(",");
        return clocked && Clocks.Read(c, context) is { Deadline: false, After: false } clock ? day with { To = clock.To, Clock = clock.Clock } : day;
    }

    /// <summary>"13 a 15 de julho", "July 13-15", "dias 10 a 12": the month is said once.</summary>
    private static TimeExpression? WithinMonth(Cursor cursor, int from, TimeContext context)
    {
        var c = cursor;
        c.TakeAny("the", "o");
        var days = c.TakeAny("dias");
        c.Take("dia");
        if (MonthNames.Take(ref c, out var month))
        {
            return MonthFirst(c, from, month, context);
        }

        if (!WrittenDates.TakeDay(ref c, out var day) || !Joints.Take(ref c, out _))
        {
            return null;
        }

        var last = WrittenDates.Read(c, context) ?? (days ? MonthDays.Read(c, context) ?? Bare(c, context) : null);
        return last is { Day: { } end } && day > 0 && day < end.Day ? new TimeExpression { From = from, To = last.To, Day = new LocalDate(end.Year, end.Month, day), LastDay = end } : null;
    }

    private static TimeExpression? Bare(Cursor c, TimeContext context)
    {
        var from = c.At;
        return WrittenDates.TakeDay(ref c, out var day) && Dated.Of(context.Today.Year, context.Today.Month, day) is { } date
            ? new TimeExpression { From = from, To = c.At, Day = date < context.Today ? date.PlusMonths(1) : date }
            : null;
    }

    private static TimeExpression? MonthFirst(Cursor c, int from, int month, TimeContext context)
    {
        if (!WrittenDates.TakeDay(ref c, out var first) || !Joints.Take(ref c, out _) || !WrittenDates.TakeDay(ref c, out var last) || last <= first || c.Word is ":" or "h" or "am" or "pm")
        {
            return null;
        }

        return WrittenDates.Coming(from, c.At, context, month, last) is { Day: { } end } found ? found with { Day = new LocalDate(end.Year, month, first), LastDay = end, Loose = null } : null;
    }
}
