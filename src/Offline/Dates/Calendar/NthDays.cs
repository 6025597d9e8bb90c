using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>The nth day of a stretch: "primeira segunda do mês", "último dia do ano", "5º dia útil", "third tuesday of september 2027", "third tuesday after christmas".</summary>
internal static class NthDays
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("o", "a", "the");
        if (!Take(ref cursor, out var nth))
        {
            return null;
        }

        var c = cursor;
        if (nth.Weekday is { } weekday && c.TakeAny("after", "depois") && (c.TakeAny("de", "do", "da") || true) && Anchors.Plain(c, context) is { Day: { } day } anchor)
        {
            return new TimeExpression { From = from, To = anchor.To, Day = day.Next(weekday).PlusWeeks(nth.Place - 1) };
        }

        return Whole(ref cursor, context, nth, out var whole, out var bare) ? Found(from, cursor.At, nth, whole, bare, context) : null;
    }

    /// <summary>The place and the kind of day: "primeira segunda", "5º dia útil", "last day".</summary>
    public static bool Take(ref Cursor cursor, out NthDay nth)
    {
        nth = default;
        var c = cursor;
        if (!Ordinals.TakeEither(ref c, out var place) && !Counted(ref c, out place))
        {
            return false;
        }

        if (WeekdayNames.Take(ref c, out var weekday))
        {
            nth = new NthDay(place, weekday, false);
        }
        else if (Units.Take(ref c, out var unit) && unit is Unit.Day or Unit.Workday)
        {
            nth = new NthDay(place, null, unit == Unit.Workday);
        }

        cursor = nth.Place == 0 ? cursor : c;
        return nth.Place != 0;
    }

    /// <summary>"Quinto dia útil" is an ordinal; "dia útil 5" and "5 dia útil" are typed too.</summary>
    private static bool Counted(ref Cursor c, out int place)
    {
        var look = c;
        var found = look.TakeDigits(out place) && place is > 0 and < 24 && look.TakeAll("dia", "util");
        if (found)
        {
            c.Skip();
        }

        return found;
    }

    private static bool Whole(ref Cursor cursor, TimeContext context, NthDay nth, out Stretch whole, out bool bare)
    {
        var c = cursor;
        if (c.TakeAny("de", "do", "da", "of", "in", "no", "na") && NamedStretches.TakeWhole(ref c, context, out whole, out bare))
        {
            cursor = c;
            return true;
        }

        (whole, bare) = (Stretch.Of(Unit.Month, 0, context.Today), true);
        return nth.Workdays;
    }

    private static TimeExpression? Found(int from, int to, NthDay nth, Stretch whole, bool bare, TimeContext context)
    {
        var day = nth.In(whole, context);
        var passed = bare && day < context.Today;
        day = passed ? nth.In(Stretch.Of(whole.Unit, 1, context.Today), context) : day;
        var found = day is { } date ? new TimeExpression { From = from, To = to, Day = date } : null;
        return passed ? found?.Assume(Assumed.NextMonth) : found;
    }
}
