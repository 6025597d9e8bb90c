using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>Dates in figures: "2026-12-05", "24/12", "1.3.2027", "31/10/74". Day stands before month, unless the context says otherwise.</summary>
internal static class NumericDates
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.Take("dia");
        return Whole(ref cursor, context) is { } date ? new TimeExpression { From = from, To = cursor.At, Day = date }
            : Short(ref cursor, context) is var (month, day) ? WrittenDates.Coming(from, cursor.At, context, month, day) : null;
    }

    private static LocalDate? Whole(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        var length = c.Token.Norm?.Length;
        if (!c.TakeDigits(out var first) || !Sign(ref c, out var sign) || !c.TakeDigits(out var second) || !Sign(ref c, out var again) || sign != again
            || c.Token.Norm.Length is not (1 or 2 or 4) || !c.TakeDigits(out var third) || (c.Touching && c.Word is "." or "-" && char.IsAsciiDigit(c.Peek(1).FirstOrDefault())))
        {
            return null;
        }

        var year = length == 4 ? first : third > 99 ? third : third > 50 ? 1900 + third : 2000 + third;
        var (month, day) = length == 4 ? (second, third) : context.MonthFirst ? (first, second) : (second, first);
        var date = year is > 1899 and < 3000 ? Dated.Of(year, month, day) ?? (length == 4 ? null : Dated.Of(year, day, month)) : null;
        cursor = date is null ? cursor : c;
        return date;
    }

    private static (int Month, int Day)? Short(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        if (!c.TakeDigits(out var day) || !c.Touching || !c.Take("/") || !c.Touching || !c.TakeDigits(out var month) || (c.Touching && c.Word is "/" or "-" or "," or "." && Joined(c)))
        {
            return null;
        }

        (day, month) = context.MonthFirst && day < 13 ? (month, day) : (day, month);
        if (month is < 1 or > 12 || day is < 1 or > 31 || IsShare(c, day, month))
        {
            return null;
        }

        cursor = c;
        return (month, day);
    }

    private static bool Joined(Cursor c) => char.IsAsciiDigit(c.Peek(1).FirstOrDefault());

    /// <summary>"1/2 xícara", "3/4 de litro": a share of something.</summary>
    private static bool IsShare(Cursor after, int part, int whole) =>
        !(new Cursor(after, after.At - 3).Previous.Norm is "a" or "ate" or "ao" or "dia" or "to") && part < whole && whole <= 10 && after.Token.IsWord && !Closing.At(after) && !(after.Word is "as" or "at") && !(after.Word is "h" or "das")
        || (part < whole && whole <= 4 && after.Word == "de" && after.Peek(1) is "xicara" or "litro" or "copo" or "colher" or "kg" or "hora" or "cup");

    private static bool Sign(ref Cursor c, out string sign)
    {
        sign = c.Word;
        return c.Touching && c.TakeAny("/", ".", "-") && c.Touching;
    }
}
