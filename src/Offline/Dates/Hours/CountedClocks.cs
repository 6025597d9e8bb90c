using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Minutes before or after an hour: "quinze para as dez", "20 pras 8", "half past nine", "quarter to ten", "15 minutes past noon", "half three".</summary>
internal static class CountedClocks
{
    public static ClockTime? Take(ref Cursor cursor)
    {
        var c = cursor;
        if (cursor.Previous.Norm is "das" or "da" or "from" or "between" or "entre" || (cursor.Peek(1) is "to" or "till" && IsAfterDay(cursor)))
        {
            return null;
        }

        if (c.TakeAll("half") && !c.Take("past") && c.Token.Norm is not ("an" or "hour" or "a") && Hour(ref c, out var half, out var sureHalf) && Closing.At(c))
        {
            return Found(ref cursor, c, half, 30, sureHalf);
        }

        c = cursor;
        if (!Minutes(ref c, out var minutes) || Direction(ref c, minutes) is not { } sign || !Hour(ref c, out var hour, out var sure))
        {
            return null;
        }

        return sign > 0 ? Found(ref cursor, c, hour, minutes, sure) : Found(ref cursor, c, hour - 1, 60 - minutes, sure);
    }

    /// <summary>"Tomorrow 10 to 12", "12 March 10 till 12": from one hour to another.</summary>
    private static bool IsAfterDay(Cursor cursor) =>
        PartNames.AfterDay(cursor) || (cursor.At > 1 && Stretches.MonthNames.Has(cursor.Previous.Norm) && new Cursor(cursor, cursor.At - 1).Previous is var before && (before.IsNumber || before.Norm is "st" or "nd" or "rd" or "th" or "of"));

    private static bool Minutes(ref Cursor c, out int minutes)
    {
        c.TakeAny("faltando");
        minutes = c.TakeAll("half") || c.TakeAll("um", "quarto") ? 30 : c.TakeAll("a", "quarter") || c.TakeAll("quarter") ? 15 : 0;
        if (minutes > 0)
        {
            return true;
        }

        return Numbers.Take(ref c, out minutes) && minutes is > 0 and < 46 && (c.TakeAny("minutos", "minutes", "minute") || true);
    }

    /// <summary>1 for past the hour, -1 for before it. Between two numbers "to" and "para as" may join a range too: only for round minutes.</summary>
    private static int? Direction(ref Cursor c, int minutes)
    {
        var counted = c.Previous.Norm is "minutos" or "minutes" or "minute";
        if (c.Take("past") || (counted || minutes % 5 == 0) && c.TakeAny("after") || (counted && c.TakeAll("from")))
        {
            return 1;
        }

        if (!(counted || minutes % 5 == 0) || minutes > 30)
        {
            return null;
        }

        return c.TakeAll("para", "as") || c.TakeAny("pras") || c.TakeAll("pra", "as") || c.TakeAll("pra", "a") || c.TakeAll("para", "a") || c.TakeAll("para", "o") || c.TakeAll("pro")
            || (c.TakeAny("to", "till", "before") && Hour(c)) || (c.Word is "para" or "pra" && c.Peek(1) is "meio" or "meia" && c.Take(c.Word)) ? -1 : null;
    }

    private static bool Hour(Cursor c) => Hour(ref c, out _, out _);

    private static bool Hour(ref Cursor c, out int hour, out bool sure)
    {
        var h = c;
        sure = true;
        if (NamedHours.Take(ref h) is { } named)
        {
            hour = named.Time.Hour == 0 ? 24 : named.Time.Hour;
            c = h;
            return true;
        }

        if (!(h.TakeDigits(out hour) || Numbers.TakeSmall(ref h, out hour)) || hour is < 1 or > 24 || (h.Touching && h.Word is ":" or "/"))
        {
            return false;
        }

        sure = hour > 12 | h.TakeAny("h");
        var half = Meridiem.Take(ref h);
        (hour, sure) = half is { } afternoon ? (hour % 12 + (afternoon ? 12 : 0), true) : (hour, sure && hour > 12);
        c = h;
        return true;
    }

    private static ClockTime Found(ref Cursor cursor, Cursor after, int hour, int minute, bool sure)
    {
        cursor = after;
        return new ClockTime(new LocalTime((hour + 24) % 24, minute), sure);
    }
}
