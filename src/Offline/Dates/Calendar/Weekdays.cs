using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>
/// Days of the week: "quinta", "sexta que vem", "próxima terça", "sexta agora", "domingo da semana passada", "friday after next".
/// A weekday is the next one to come, never today; "que vem" and "next" are next week's, Monday starting it.
/// </summary>
internal static class Weekdays
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var week = PossessiveWeek(ref cursor);
        var before = cursor.Word;
        var turn = Deixis.Before(ref cursor);
        var at = cursor.At;
        if (!WeekdayNames.Take(ref cursor, out var day) || WeekdayNames.IsOrdinal(cursor, at))
        {
            return null;
        }

        var today = context.Today;
        week ??= OfWeek(ref cursor);
        var found = new TimeExpression { From = from, To = cursor.At };
        if (week is { } weeks)
        {
            return found with { Day = Dated.Monday(today).PlusWeeks(weeks).PlusDays((int)day - 1) };
        }

        if (cursor.TakeAny("agora"))
        {
            return found with { To = cursor.At, Day = today.With(DateAdjusters.NextOrSame(day)) };
        }

        turn = cursor.TakeAll("after", "next") || (cursor.Previous.Norm.EndsWith("day", StringComparison.Ordinal) && cursor.Word is "week" && cursor.Peek(1) is not "s" && cursor.TakeAny("week")) ? 2 : turn is 1 && before is not "next" ? 3 : (turn is null or 0 ? Deixis.After(ref cursor) : null) ?? turn;
        return Seen(found with { To = cursor.At }, day, turn, today);
    }

    private static TimeExpression Seen(TimeExpression found, IsoDayOfWeek day, int? turn, LocalDate today)
    {
        var coming = today.Next(day);
        var nextWeeks = Dated.Monday(today).PlusDays(6 + (int)day);
        return turn switch
        {
            1 => (found with { Day = nextWeeks, OtherDay = coming < nextWeeks ? coming : null }).Assume(Assumed.NextWeek),
            2 => found with { Day = coming.PlusWeeks(1) },
            3 => found with { Day = coming, OtherDay = coming < nextWeeks ? nextWeeks : null },
            -1 => found with { Day = today.Previous(day) },
            -2 => found with { Day = today.Previous(day).PlusWeeks(-1) },
            _ => found with { Day = coming, Loose = new LooseDay { Weekday = day } },
        };
    }

    /// <summary>"Last week's sunday".</summary>
    private static int? PossessiveWeek(ref Cursor cursor)
    {
        var c = cursor;
        if (Deixis.Before(ref c) is not { } turn || !c.TakeAny("week") || !c.Take("s"))
        {
            return null;
        }

        cursor = c;
        return turn;
    }

    /// <summary>"Desta semana", "da semana que vem", "of next week", "from last week", "next week".</summary>
    private static int? OfWeek(ref Cursor cursor)
    {
        var c = cursor;
        var of = c.TakeAny("da", "de", "na", "of", "from", "in");
        c.TakeAny("a", "the");
        if (of && c.TakeAll("outra", "semana"))
        {
            cursor = c;
            return 1;
        }

        var turn = Deixis.Before(ref c);
        if (!c.TakeAny("semana", "week") || c.Word == "s" || (turn ?? Deixis.After(ref c)) is not { } found)
        {
            return null;
        }

        cursor = c;
        return found;
    }
}
