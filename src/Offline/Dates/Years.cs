using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Years: "2027", "dois mil e vinte e sete", "twenty seventeen", "do ano que vem", "of last year".</summary>
internal static class Years
{
    public static bool Take(ref Cursor cursor, out int year)
    {
        var c = cursor;
        if (!(c.Token.Norm?.Length == 4 && c.TakeDigits(out year)) && !Spoken(ref c, out year))
        {
            year = 0;
            return false;
        }

        if (year is < 1900 or > 2999 || c.Word is ":" or "h" or "%" || (c.Touching && c.Word is "," or "." && char.IsAsciiDigit(c.Peek(1).FirstOrDefault())))
        {
            return false;
        }

        _ = c.TakeAny("ad") || c.TakeAll("a", ".", "d", ".");
        cursor = c;
        return true;
    }

    /// <summary>A year that goes with what was said before: "de 2027", "2027", "do ano que vem".</summary>
    public static bool TakeOf(ref Cursor cursor, TimeContext context, out int year)
    {
        var c = cursor;
        c.TakeAny("de", "do", "da", "of", "in", "em", ",", "no");
        if (!Take(ref c, out year) && !Named(ref c, context, out year))
        {
            return false;
        }

        cursor = c;
        return true;
    }

    /// <summary>"Ano que vem", "este ano", "last year".</summary>
    public static bool Named(ref Cursor cursor, TimeContext context, out int year)
    {
        var c = cursor;
        c.TakeAny("o", "the");
        var turn = Deixis.Before(ref c);
        if (!c.TakeAny("ano", "year", "yr") || (turn ?? Deixis.After(ref c)) is not { } found)
        {
            year = 0;
            return false;
        }

        cursor = c;
        year = context.Today.Year + found;
        return true;
    }

    private static bool Spoken(ref Cursor cursor, out int year)
    {
        var c = cursor;
        if (c.TakeAny("twenty", "nineteen") && (c.Previous.Norm == "twenty" ? 2000 : 1900) is var century && Numbers.TakeSmall(ref c, out var rest) && rest > 9)
        {
            (cursor, year) = (c, century + rest);
            return true;
        }

        return Numbers.TakeWords(ref cursor, out year) && year > 1900;
    }
}
