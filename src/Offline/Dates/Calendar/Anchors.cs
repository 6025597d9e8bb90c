using NodaTime;
using TbPersonalOs.Offline.Dates.Feasts;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>A single day, however it is said, and days counted from it: "véspera de Natal", "dois dias antes de sexta", "three days after Easter".</summary>
internal static class Anchors
{
    private static readonly Func<Cursor, TimeContext, TimeExpression?>[] Plains =
        [NumericDates.Read, WrittenDates.Read, MonthDays.Read, NthDays.Read, Weekdays.Read, RelativeDays.Read, Feast];

    public static TimeExpression? Read(Cursor cursor, TimeContext context) => Beside(cursor, context) ?? Shifted(cursor, context) ?? Plain(cursor, context);

    /// <summary>A day that is not counted from another one.</summary>
    public static TimeExpression? Plain(Cursor cursor, TimeContext context)
    {
        if (context.Memo is not { } memo)
        {
            return Best(cursor, context);
        }

        if (!memo.Days.TryGetValue(cursor.At, out var known))
        {
            memo.Days[cursor.At] = known = Best(cursor, context);
        }

        return known;
    }

    private static TimeExpression? Best(Cursor cursor, TimeContext context)
    {
        TimeExpression? best = null;
        foreach (var read in Plains)
        {
            if (read(cursor, context) is { Day: not null } found && found.To > (best?.To ?? 0))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>"Véspera de Natal", "the day after Christmas", "dia seguinte à Páscoa".</summary>
    public static TimeExpression? Beside(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("a", "o", "the", "na", "no");
        var days = cursor.TakeAny("vespera", "eve") ? -1 : cursor.TakeAny("antevespera") ? -2
            : cursor.TakeAll("day", "after") || cursor.TakeAll("dia", "seguinte") || cursor.TakeAll("dia", "depois") ? 1
            : cursor.TakeAll("day", "before") || cursor.TakeAll("dia", "anterior") || cursor.TakeAll("dia", "antes") ? -1 : 0;
        if (days == 0)
        {
            return null;
        }

        cursor.TakeAny("de", "do", "da", "of", "ao", "a");
        cursor.TakeAny("o", "a", "the");
        return Plain(cursor, context) is { Day: { } day } anchor ? new TimeExpression { From = from, To = anchor.To, Day = day.PlusDays(days) } : null;
    }

    /// <summary>"Dois dias depois do Natal", "3 years from today", "uma semana antes de sexta".</summary>
    public static TimeExpression? Shifted(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        if (!Span.Take(ref cursor, out var span) || span.IsClockTime)
        {
            return null;
        }

        var sign = cursor.TakeAny("antes", "before") ? -1 : cursor.TakeAny("depois", "apos", "after", "from", "following") || cursor.TakeAll("a", "partir") ? 1 : 0;
        cursor.TakeAny("de", "do", "da", "the");
        if (sign == 0 || Plain(cursor, context) is not { Day: { } day } anchor)
        {
            return null;
        }

        return (span.Workdays > 0 ? context.PlusWorkdays(day, sign * span.Workdays) : Dated.Plus(day, span, sign)) is { } date
            ? new TimeExpression { From = from, To = anchor.To, Day = date }
            : null;
    }

    private static TimeExpression? Feast(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        return FeastDays.Take(ref cursor, context, out var day, out _) ? new TimeExpression { From = from, To = cursor.At, Day = day } : null;
    }
}
