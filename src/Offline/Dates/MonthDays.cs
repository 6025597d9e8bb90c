using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// Days of the calendar: "dia 5", "24/12", "24 de dezembro de 2027", "2026-12-05", "the 5th", "december 5th".
/// A day without month that has passed is next month's, one without year next year's. Day stands before month in both languages.
/// </summary>
internal static class MonthDays
{
    private static readonly FrozenDictionary<string, int> Months = Names();

    public static bool TakeMonth(ref Cursor cursor, out int month) => cursor.TakeFrom(Months, out month);

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var date = Iso(ref cursor) ?? Slashed(ref cursor, context) ?? Written(ref cursor, context) ?? MonthFirst(ref cursor, context)
            ?? DayAlone(ref cursor, context);
        return date is { } found
            ? new TimeExpression { From = from, To = cursor.At, Day = found.Date, Assumptions = found.Assumed is { } a ? [a] : [] }
            : null;
    }

    private static (LocalDate Date, Assumed? Assumed)? Iso(ref Cursor cursor)
    {
        var c = cursor;
        return c.Token.Norm?.Length == 4 && c.TakeDigits(out var year) && c.Take("-") && c.TakeDigits(out var month) && c.Take("-")
            && c.TakeDigits(out var day) && Date(year, month, day) is { } date ? Found(ref cursor, c, date) : null;
    }

    private static (LocalDate, Assumed?)? Slashed(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.Take("dia");
        if (!c.TakeDigits(out var day) || !c.Touching || !c.TakeAny("/", ".", "-") || !c.Touching || !c.TakeDigits(out var month))
        {
            return null;
        }

        var sign = c.At;
        if (c.Touching && c.TakeAny("/", ".", "-") && c.Touching && c.TakeDigits(out var year) && year is > 0 and < 100 or > 1900 and < 3000)
        {
            year += year < 100 ? 2000 : 0;
            return Date(year, month, day) is { } whole ? Found(ref cursor, c, whole) : null;
        }

        var slash = cursor;
        slash.Take("dia");
        slash.Skip();
        return sign == c.At && slash.Take("/") && month > 0 ? Coming(ref cursor, c, context, month, day) : null;
    }

    private static (LocalDate, Assumed?)? Written(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.Take("the");
        c.Take("dia");
        if (!TakeDay(ref c, out var day))
        {
            return null;
        }

        c.TakeAny("de", "of", "do");
        return TakeMonth(ref c, out var month) ? WithYear(ref cursor, c, context, month, day) : null;
    }

    private static (LocalDate, Assumed?)? MonthFirst(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        if (!TakeMonth(ref c, out var month))
        {
            return null;
        }

        c.Take(".");
        c.Take("the");
        return TakeDay(ref c, out var day) && !c.AtEnd ? c.Word is ":" or "h" ? null : WithYear(ref cursor, c, context, month, day)
            : day > 0 ? WithYear(ref cursor, c, context, month, day) : null;
    }

    private static (LocalDate, Assumed?)? DayAlone(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        var named = c.Take("dia");
        c.Take("the");
        var at = c.At;
        if (!TakeDay(ref c, out var day) || !(named || IsOrdinal(c, at)) || day is < 1 or > 31)
        {
            return null;
        }

        for (var month = context.Today; ; month = month.PlusMonths(1).With(DateAdjusters.StartOfMonth))
        {
            if (Date(month.Year, month.Month, day) is { } date && date >= context.Today)
            {
                cursor = c;
                return (date, date.Month == context.Today.Month && date.Year == context.Today.Year ? null : Assumed.NextMonth);
            }
        }
    }

    private static bool TakeDay(ref Cursor cursor, out int day)
    {
        if (cursor.TakeAny("primeiro", "first"))
        {
            day = 1;
            return true;
        }

        if (!Numbers.Take(ref cursor, out day))
        {
            return false;
        }

        if (cursor.Touching)
        {
            cursor.TakeAny("st", "nd", "rd", "th", "o", "º", "°");
        }

        return true;
    }

    private static bool IsOrdinal(Cursor after, int from) => after.At > from && after.Previous.Norm is "st" or "nd" or "rd" or "th";

    private static (LocalDate, Assumed?)? WithYear(ref Cursor cursor, Cursor c, TimeContext context, int month, int day)
    {
        var year = c;
        year.TakeAny("de", "of", ",");
        return year.TakeDigits(out var said) && said is > 1900 and < 3000
            ? Date(said, month, day) is { } date ? Found(ref cursor, year, date) : null
            : Coming(ref cursor, c, context, month, day);
    }

    private static (LocalDate, Assumed?)? Coming(ref Cursor cursor, Cursor c, TimeContext context, int month, int day)
    {
        for (var year = context.Today.Year; year < context.Today.Year + 9; year++)
        {
            if (Date(year, month, day) is { } date && date >= context.Today)
            {
                cursor = c;
                return (date, year == context.Today.Year ? null : Assumed.NextYear);
            }
        }

        return null;
    }

    private static (LocalDate, Assumed?)? Found(ref Cursor cursor, Cursor after, LocalDate date)
    {
        cursor = after;
        return (date, null);
    }

    private static LocalDate? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 0 and < 9999 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static FrozenDictionary<string, int> Names()
    {
        string[][] names =
        [
            ["janeiro", "jan", "january"], ["fevereiro", "fev", "february", "feb"], ["marco", "mar", "march"],
            ["abril", "abr", "april", "apr"], ["maio", "mai", "may"], ["junho", "jun", "june"], ["julho", "jul", "july"],
            ["agosto", "ago", "august", "aug"], ["setembro", "set", "september", "sep", "sept"], ["outubro", "out", "october", "oct"],
            ["novembro", "nov", "november"], ["dezembro", "dez", "december", "dec"],
        ];
        return names.SelectMany((month, index) => month.Select(name => (name, index + 1))).ToFrozenDictionary(x => x.name, x => x.Item2);
    }
}
