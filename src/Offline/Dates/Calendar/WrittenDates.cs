using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>Dates with the name of the month: "24 de dezembro de 2027", "primeiro de março", "december 5th", "the 15th of february". Without a year they are the next to come.</summary>
internal static class WrittenDates
{
    private static readonly FrozenSet<string> Speakers = FrozenSet.ToFrozenSet(["i", "you", "he", "she", "it", "we", "they", "who", "that", "this", "which", "eu", "to", "nao"]);

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        return (DayFirst(ref cursor, out var day, out var month) || MonthFirst(ref cursor, out day, out month)) && day is >= 1 and <= 31
            ? WithYear(cursor, from, context, month, day)
            : null;
    }

    /// <summary>The next day of that name; a 29th of February waits for its year.</summary>
    public static TimeExpression? Coming(int from, int to, TimeContext context, int month, int day)
    {
        for (var year = context.Today.Year; year < context.Today.Year + 9; year++)
        {
            if (Dated.Of(year, month, day) is { } date && date >= context.Today)
            {
                var found = new TimeExpression { From = from, To = to, Day = date, Loose = new LooseDay { Date = new AnnualDate(month, day) } };
                return year == context.Today.Year ? found : found.Assume(Assumed.NextYear);
            }
        }

        return null;
    }

    public static bool TakeDay(ref Cursor cursor, out int day)
    {
        if (Ordinals.Take(ref cursor, out day))
        {
            return true;
        }

        if (!cursor.TakeDigits(out day) && !Numbers.TakeSmall(ref cursor, out day))
        {
            return false;
        }

        return true;
    }

    private static bool DayFirst(ref Cursor cursor, out int day, out int month)
    {
        month = 0;
        var c = cursor;
        c.TakeAny("the", "o");
        c.Take("dia");
        if (!TakeDay(ref c, out day))
        {
            return false;
        }

        var joined = c.TakeAny("de", "of", "do");
        if (!MonthNames.Take(ref c, out month) || (!joined && MonthNames.InDoubt(c) && c.Word is "of" or "de"))
        {
            return false;
        }

        cursor = c;
        return true;
    }

    /// <summary>"December 5th", "maio cinco". A short name before a number is no month: "set 3 alarms".</summary>
    private static bool MonthFirst(ref Cursor cursor, out int day, out int month)
    {
        day = 0;
        var c = cursor;
        if (!MonthNames.Take(ref c, out month) || c.Previous.Norm is "set" or "out" or "ago" or "mar" || (Speakers.Contains(cursor.Previous.Norm ?? "") && !cursor.Previous.Is("to") && !EndsRange(cursor)))
        {
            return false;
        }

        c.Take("the");
        if (!TakeDay(ref c, out day) || (!c.AtEnd && c.Word is ":" or "h" or "am" or "pm") || (cursor.Previous.Norm is "to" && IsDeed(cursor, c)))
        {
            return false;
        }

        cursor = c;
        return true;
    }

    /// <summary>"I have to march 5 miles": a doubtful name after "to", with something to count.</summary>
    private static bool IsDeed(Cursor name, Cursor after) =>
        name.Word is "march" or "may" && !EndsRange(name) && !after.AtEnd && after.Token.IsWord && after.Previous.IsNumber && after.Word is not ("at" or "and" or "instead" or "please" or "from");

    /// <summary>"June 4 to June 8": after a day, "to" leads to another.</summary>
    private static bool EndsRange(Cursor cursor) =>
        cursor.Previous.Norm is "to" && cursor.At > 1 && new Cursor(cursor, cursor.At - 1).Previous is var before && (before.IsNumber || before.Norm is "st" or "nd" or "rd" or "th");

    private static TimeExpression? WithYear(Cursor cursor, int from, TimeContext context, int month, int day)
    {
        var c = cursor;
        if (!Years.TakeOf(ref c, context, out var year) && !TwoFigures(ref c, out year))
        {
            c = cursor;
            c.TakeAny("agora", "proximo", "que", "vem");
            var current = c.Previous.Norm is "agora" or "proximo";
            return Coming(from, current ? c.At : cursor.At, context, month, day);
        }

        return Dated.Of(year, month, day) is { } date ? new TimeExpression { From = from, To = c.At, Day = date } : null;
    }

    /// <summary>"14th April 15": two figures at the very end.</summary>
    private static bool TwoFigures(ref Cursor cursor, out int year)
    {
        var c = cursor;
        var length = c.Token.Norm?.Length;
        var found = c.TakeDigits(out year) && length == 2 && c.AtEnd && cursor.Previous.IsWord && new Cursor(cursor, cursor.At - 1).Previous.Norm is "st" or "nd" or "rd" or "th";
        year += 2000;
        cursor = found ? c : cursor;
        return found;
    }
}
