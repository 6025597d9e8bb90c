using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>A week, month, quarter or year by its name or seen from now: "semana que vem", "este mês", "março de 2027", "último trimestre", "2018Q4", "week after next".</summary>
internal static class NamedStretches
{
    public static bool Take(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        var c = cursor;
        if (context.Memo is { } memo)
        {
            if (!memo.Stretches.TryGetValue(cursor.At, out var known))
            {
                memo.Stretches[cursor.At] = known = Read(ref c, context, out stretch) ? (stretch, c.At) : null;
            }

            stretch = known?.Stretch ?? default;
            cursor = known is var (_, to) ? new Cursor(cursor, to) : cursor;
            return known is not null;
        }

        var found = Read(ref c, context, out stretch);
        cursor = found ? c : cursor;
        return found;
    }

    private static bool Read(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        var c = cursor;
        if (c.Word is "as" && c.Peek(1) is "dez")
        {
            stretch = default;
            return false;
        }

        c.TakeAny("o", "a", "the", "os", "as");
        if (NthStretches.Take(ref c, context, out stretch) || Month(ref c, context, out stretch) || Seen(ref c, context, out stretch)
            || Written(ref c, out stretch) || Seasons.Take(ref c, context, out stretch))
        {
            cursor = c;
            return true;
        }

        return false;
    }

    /// <summary>What something is a part of: a bare "mês" or "ano" is the one at hand; <paramref name="bare"/> says that it was bare.</summary>
    public static bool TakeWhole(ref Cursor cursor, TimeContext context, out Stretch stretch, out bool bare)
    {
        bare = false;
        var c = cursor;
        c.TakeAny("o", "a", "the", "around");
        if (Take(ref c, context, out stretch) || Year(ref c, out stretch))
        {
            cursor = c;
            return true;
        }

        bare = Units.Take(ref c, out var unit) && unit >= Unit.Weekend && unit != Unit.Season;
        stretch = bare ? Stretch.Of(unit, 0, context.Today) : default;
        cursor = bare ? c : cursor;
        return bare;
    }

    /// <summary>A month, with or without its year: the one that is going on or comes next.</summary>
    public static bool Month(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        var turn = Deixis.Before(ref c);
        c.TakeAll("mes", "de");
        if (!MonthNames.Take(ref c, out var month) || (c.Word is "of" && MonthNames.InDoubt(c)))
        {
            return false;
        }

        c.Take("month");
        turn ??= Deixis.After(ref c);
        var passed = month < context.Today.Month ? 1 : 0;
        var year = Years.TakeOf(ref c, context, out var said) ? said
            : turn switch { < 0 => context.Today.Year + (month < context.Today.Month ? 0 : -1), 2 => context.Today.Year + passed + 1, _ => context.Today.Year + passed };
        stretch = Stretch.Month(year, month);
        cursor = c;
        return true;
    }

    private static bool Seen(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        var turn = Deixis.Before(ref c);
        if (!Units.Take(ref c, out var unit) || unit is < Unit.Weekend or Unit.Season)
        {
            return false;
        }

        turn = c.TakeAll("after", "next") ? 2 : (turn is null or 0 ? Deixis.After(ref c) : null) ?? turn ?? (unit == Unit.Weekend ? 0 : null);
        if (turn is not { } found)
        {
            return false;
        }

        stretch = Stretch.Of(unit, found, context.Today);
        cursor = c;
        return true;
    }

    /// <summary>"2018Q4", "18q4", "2/2013", "2014-10".</summary>
    private static bool Written(ref Cursor cursor, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        var quarter = c.Peek(1) is "que" or "t";
        if (!c.TakeDigits(out var first) || !c.Touching || !c.TakeAny("que", "/", "-", "t") || !c.Touching || !c.TakeDigits(out var second) || (c.Touching && c.Word is "/" or "-"))
        {
            return false;
        }

        var (year, part) = quarter || first > 1900 ? (first < 100 ? 2000 + first : first, second) : (second, first);
        if (year is < 1900 or > 2999 || part < 1 || part > (quarter ? 4 : 12))
        {
            return false;
        }

        stretch = quarter ? Stretch.Of(Unit.Quarter, part - 1, new LocalDate(year, 1, 1)) : Stretch.Month(year, part);
        cursor = c;
        return true;
    }

    private static bool Year(ref Cursor cursor, out Stretch stretch)
    {
        var found = Years.Take(ref cursor, out var year);
        stretch = found ? Stretch.Year(year) : default;
        return found;
    }
}
