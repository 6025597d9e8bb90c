using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// Hours of the day: "9h", "9h30", "9:30", "às 9", "sete e meia", "meio-dia", "3pm", "half past nine", "quinze para as dez".
/// A bare number is an hour only where something says so: a preposition of time, a unit, minutes or a part of the day.
/// </summary>
internal static class Clocks
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var led = Lead(ref cursor, out var loosely);
        return Take(ref cursor, led, loosely) is { } clock ? new TimeExpression { From = from, To = cursor.At, Clock = clock } : null;
    }

    /// <summary>Reads an hour; <paramref name="led"/> says that a preposition went before, so that a bare number will do.</summary>
    public static ClockTime? Take(ref Cursor cursor, bool led, bool loosely = false) =>
        NamedHours.Take(ref cursor) ?? Figures(ref cursor, led, loosely) ?? SpokenClocks.Take(ref cursor, led);

    private static bool Lead(ref Cursor cursor, out bool loosely)
    {
        loosely = cursor.Word is "as" && cursor.Token.Raw is not ("às" or "Às" or "ÀS");
        if (cursor.TakeAny("antes", "depois", "apos"))
        {
            return cursor.TakeAny("das", "da", "do", "as");
        }

        if (cursor.TakeAll("a", "partir"))
        {
            return cursor.TakeAny("das", "da");
        }

        return cursor.TakeAny("as", "at", "pelas", "around", "@") || (cursor.Word == "a" && cursor.Peek(1) is "uma" or "1" && cursor.TakeAny("a"))
            || (cursor.Word is "ate" or "pras" or "by" or "until" or "till" or "para" or "pra" && LeadAfter(ref cursor));
    }

    private static bool LeadAfter(ref Cursor cursor)
    {
        var c = cursor;
        c.Skip();
        var led = c.TakeAny("as", "at") || c.Previous.Norm is "pras" or "by" or "until" or "till" && c.Token.IsNumber;
        cursor = led ? c : cursor;
        return led;
    }

    private static ClockTime? Figures(ref Cursor cursor, bool led, bool loosely)
    {
        var c = cursor;
        var padded = c.Token.Norm is { Length: 2 } written && written[0] == '0';
        if (!c.TakeDigits(out var hour) || hour > 24)
        {
            return null;
        }

        var minute = 0;
        var marked = Minutes(ref c, ref minute, led);
        var half = Meridiem.Take(ref c);
        marked |= half is not null || DayParts.Follows(c);
        if (!marked && !(led && (!loosely || MayEnd(c)) && !IsCounting(c)))
        {
            return null;
        }

        cursor = c;
        return half is { } afternoon
            ? new ClockTime(new LocalTime(hour % 12 + (afternoon ? 12 : 0), minute), true)
            : new ClockTime(new LocalTime(hour % 24, minute), padded || hour is 0 or > 12);
    }

    private static bool Minutes(ref Cursor c, ref int minute, bool led)
    {
        var m = c;
        if (m.Touching && m.TakeAny(":", "h", ".") && m.Touching && m.Token.Norm?.Length == 2 && m.TakeDigits(out minute) && minute < 60)
        {
            m.TakeAny("minutos", "m", "h");
            c = m;
            return true;
        }

        minute = 0;
        m = c;
        if ((m.Word is not ("hora" or "horas") || led || FollowsDay(c) || HasPart(m)) && m.TakeAny("h", "horas", "hora") || m.TakeAll("o", "clock"))
        {
            var half = m;
            minute = half.TakeAll("e", "meia") ? 30 : 0;
            c = minute > 0 ? half : m;
            return true;
        }

        if (m.TakeAll("e", "meia") || (m.Take("e") && Numbers.Take(ref m, out minute) && minute is > 4 and < 60))
        {
            minute = minute == 0 ? 30 : minute;
            c = m;
            return false;
        }

        minute = 0;
        return false;
    }

    /// <summary>"Amanhã 9 horas" is an hour; "adia 1 hora" is a length.</summary>
    private static bool FollowsDay(Cursor afterHour) =>
        afterHour.At >= 2 && new Cursor(afterHour, afterHour.At - 1).Previous.Norm is "hoje" or "amanha" or "feira" or "segunda" or "terca" or "quarta" or "quinta" or "sexta" or "sabado" or "domingo";

    private static bool HasPart(Cursor atUnit)
    {
        atUnit.Skip();
        return DayParts.Follows(atUnit);
    }

    private static readonly string[] Counted =
        ["dias", "semanas", "meses", "anos", "minutos", "segundos", "days", "weeks", "months", "years", "minutes", "seconds", "%", "reais"];

    private static bool IsCounting(Cursor c) => Counted.Contains(c.Word) || (c.Touching && (c.Word is "%" or "/" or "x" || (c.Word is "," && char.IsAsciiDigit(c.Peek(1).FirstOrDefault()))));

    /// <summary>"as 3 caixas" is no time: after an unaccented "as" the number must close the phrase.</summary>
    private static bool MayEnd(Cursor c) =>
        c.AtEnd || !c.Token.IsWord || c.Word is "de" or "da" or "do" or "na" or "no" or "pra" or "para" or "e" or "em" or "com" or "que" or "hoje"
            or "amanha" or "me";
}
