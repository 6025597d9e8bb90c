using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Hours in words: "sete e meia", "nove da noite", "às onze e quarenta", "seven thirty", "nine fifty nine a m", "eight hundred".</summary>
internal static class SpokenClocks
{
    public static ClockTime? Take(ref Cursor cursor, bool led, bool loosely) => Hundreds(ref cursor, led) ?? Words(ref cursor, led, loosely);

    private static ClockTime? Words(ref Cursor cursor, bool led, bool loosely)
    {
        var c = cursor;
        if (!Numbers.TakeSmall(ref c, out var hour) || hour > 24)
        {
            return null;
        }

        var minute = 0;
        var marked = Minutes(ref c, led || PartNames.AfterDay(cursor) || cursor.Previous.Norm is "acorda" or "acorde" or "acordar" or "up", ref minute) || (!led && (c.TakeAll("o", "clock") || c.TakeAny("oclock")));
        _ = led && (c.TakeAll("o", "clock") || c.TakeAny("oclock"));
        var hours = c;
        marked |= hours.TakeAny("horas", "hora", "h") && (led || PartNames.Follows(hours) || PartNames.AfterDay(cursor));
        c = marked && hours.At > c.At ? hours : c;
        var fuzzy = c.Take("ish");
        (hour, minute) = minute < 0 ? ((hour + 23) % 24, minute + 60) : (hour, minute);
        var half = Meridiem.Take(ref c);
        return marked || fuzzy || (led && (!loosely || minute > 0 || Closing.At(c)) && !IsCounting(c)) || half is not null || PartNames.Follows(c) || Evening(c) ? Found(ref cursor, c, hour, minute, half) : null;
    }

    private static bool Minutes(ref Cursor c, bool led, ref int minute)
    {
        var m = c;
        if (m.TakeAll("e", "meia"))
        {
            (c, minute) = (m, 30);
            return true;
        }

        if (ClockMinutes.Less(ref m) is { } less)
        {
            (c, minute) = (m, -less);
            return true;
        }

        if (m.TakeAll("e", "um", "quarto"))
        {
            (c, minute) = (m, 15);
            return true;
        }

        m = c;
        if (m.Take("e") && led | m.Word is "quinze" && Numbers.TakeSmall(ref m, out var said) && said is > 4 and < 60)
        {
            (c, minute) = (m, said);
            return true;
        }

        m = c;
        if (Numbers.TakeSmall(ref m, out said) && said is > 9 and < 60 && (said is 15 or 30 or 45 || led || Meridiem.Take(ref m) is not null))
        {
            Numbers.TakeSmall(ref c, out minute);
            return true;
        }

        return false;
    }

    /// <summary>"Eight tonight".</summary>
    private static bool Evening(Cursor c) => c.Word is "tonight" or "tonite";

    private static bool IsCounting(Cursor c) =>
        c.Word is "dias" or "semanas" or "meses" or "anos" or "minutos" or "segundos" or "days" or "weeks" or "months" or "years" or "minutes" or "seconds" or "percent" or "reais" or "por"
            or "vezes" or "times" or "dollars" or "hundred" or "thousand" or "mil";

    /// <summary>"Eight hundred", "four hundred and thirty pm": hours and minutes as one number.</summary>
    private static ClockTime? Hundreds(ref Cursor cursor, bool led)
    {
        var c = cursor;
        if (!Numbers.TakeWords(ref c, out var number) || number is < 100 or > 2400 || number % 100 > 59 || c.Previous.Norm is "mil" or "cem")
        {
            return null;
        }

        c.TakeAny("hours");
        var half = Meridiem.Take(ref c);
        return half is not null || (led && Closing.At(c)) ? Found(ref cursor, c, number / 100, number % 100, half) : null;
    }

    private static ClockTime Found(ref Cursor cursor, Cursor after, int hour, int minute, bool? half)
    {
        cursor = after;
        return half is { } afternoon && hour <= 12
            ? new ClockTime(new LocalTime(hour % 12 + (afternoon ? 12 : 0), minute), true)
            : new ClockTime(new LocalTime(hour % 24, minute), hour is 0 or > 12);
    }
}
