using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>The nth stretch of a longer one: "primeira semana de outubro", "terceiro trimestre", "segunda quinzena de março", "last weekend of July", "week of October 6th".</summary>
internal static class NthStretches
{
    public static bool Take(ref Cursor cursor, TimeContext context, out Stretch stretch) =>
        Nth(ref cursor, context, out stretch) || Around(ref cursor, context, out stretch);

    private static bool Nth(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        if (!Ordinals.TakeEither(ref c, out var place) || !Units.Take(ref c, out var unit) || unit < Unit.Weekend)
        {
            return false;
        }

        if (!Whole(ref c, context, out var whole))
        {
            if (place < 0 || unit is not (Unit.Quarter or Unit.Semester or Unit.Bimester or Unit.Fortnight))
            {
                return false;
            }

            whole = Stretch.Of(unit == Unit.Fortnight ? Unit.Month : Unit.Year, 0, context.Today);
        }

        cursor = c;
        return Of(unit, place, whole) is { } found && (stretch = found) == found;
    }

    /// <summary>What it is the nth of: "de outubro", "of 2018", or a year without more.</summary>
    private static bool Whole(ref Cursor cursor, TimeContext context, out Stretch whole)
    {
        var c = cursor;
        if (c.TakeAny("de", "do", "da", "of", "in", "no", "na"))
        {
            var named = NamedStretches.TakeWhole(ref c, context, out whole, out _);
            cursor = named ? c : cursor;
            return named;
        }

        var found = Years.Take(ref cursor, out var year);
        whole = found ? Stretch.Year(year) : default;
        return found;
    }

    /// <summary>A week belongs to the month of its Thursday, a weekend to that of its Saturday.</summary>
    private static Stretch? Of(Unit unit, int place, Stretch whole)
    {
        var mark = unit == Unit.Weekend ? IsoDayOfWeek.Saturday : IsoDayOfWeek.Thursday;
        if (unit is Unit.Week or Unit.Weekend)
        {
            var day = place > 0
                ? whole.First.With(DateAdjusters.NextOrSame(mark)).PlusWeeks(place - 1)
                : whole.Last.With(DateAdjusters.PreviousOrSame(mark)).PlusWeeks(place + 1);
            return whole.Contains(day) ? Stretch.Of(unit, 0, day) : null;
        }

        if (unit == Unit.Fortnight)
        {
            return place is 1 or 2 or -1 ? Stretch.Half(whole.First, place != 1) : null;
        }

        var found = place > 0 ? Stretch.Of(unit, place - 1, whole.First) : Stretch.Of(unit, place + 1, whole.Last);
        return whole.Contains(found.First) ? found : null;
    }

    /// <summary>"Semana do dia 10", "week of October 6th", "semana do Natal".</summary>
    private static bool Around(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        if (!c.TakeAny("semana", "week") || !c.TakeAny("de", "do", "da", "of") || Calendar.Anchors.Read(c, context) is not { Day: { } day, LastDay: null } anchor)
        {
            return false;
        }

        stretch = Stretch.Of(Unit.Week, 0, day);
        cursor = new Cursor(c, anchor.To);
        return true;
    }
}
