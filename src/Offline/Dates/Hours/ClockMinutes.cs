using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>What follows the figure of an hour and makes it one: ":30", "h30", "h e meia", "e 30", "horas", "o'clock". True where it is sure that an hour is meant.</summary>
internal static class ClockMinutes
{
    public static bool Take(ref Cursor c, ref int minute, ref int second, int hour, bool led) =>
        Touching(ref c, ref minute, ref second, hour, led) || Unit(ref c, ref minute, hour, led) || Spoken(ref c, ref minute, led);

    /// <summary>"Às sete menos dez", "menos um quarto": how many minutes before the hour.</summary>
    public static int? Less(ref Cursor c)
    {
        var m = c;
        if (m.TakeAll("menos", "um", "quarto") || m.TakeAll("menos", "quarto"))
        {
            c = m;
            return 15;
        }

        if (!m.Take("menos") || !Numbers.Take(ref m, out var less) || less is not (5 or 10 or 15 or 20 or 25))
        {
            return null;
        }

        m.TakeAny("minutos");
        c = m;
        return less;
    }

    private static bool Touching(ref Cursor c, ref int minute, ref int second, int hour, bool led)
    {
        var m = c;
        if (!m.Touching || !m.TakeAny(":", "h", ".") || !m.Touching || m.Token.Norm?.Length != 2 || !m.TakeDigits(out var minutes) || minutes > 59 || IsAmount(m) || (!led && IsLength(m, hour)))
        {
            return false;
        }

        minute = minutes;
        var s = m;
        if (s.Touching && s.Take(":") && s.Touching && s.Token.Norm?.Length == 2 && s.TakeDigits(out var seconds) && seconds < 60)
        {
            (m, second) = (s, seconds);
        }

        m.TakeAny("minutos", "m", "h", "horas", "hora");
        c = m;
        return true;
    }

    private static bool IsAmount(Cursor c) => c.Word is "reais" or "dolares" or "euros" or "%" or "kg" or "km" or "dollars" || (c.Touching && c.Word is "." or "," && char.IsAsciiDigit(c.Peek(1).FirstOrDefault()));

    private static bool Unit(ref Cursor c, ref int minute, int hour, bool led)
    {
        var m = c;
        var written = m.Word is "hora" or "horas";
        if (!(written ? led || FollowsDay(c) || HasPart(m) || IsLate(c, hour) || IsWoken(c) : true) || !(m.TakeAny("h", "horas", "hora") || m.TakeAll("o", "clock") || m.TakeAny("oclock"))
            || (!led && IsLength(m, hour)))
        {
            return false;
        }

        var more = m;
        if (more.TakeAll("e", "meia"))
        {
            (m, minute) = (more, 30);
        }
        else if (more.Take("e") && more.TakeDigits(out var minutes) && minutes is > 4 and < 60 && (more.TakeAny("minutos", "m") || Closing.At(more)))
        {
            (m, minute) = (more, minutes);
        }

        c = m;
        return true;
    }

    private static bool Spoken(ref Cursor c, ref int minute, bool led)
    {
        var (m, hour) = (c, c);
        if (m.TakeAll("e", "meia"))
        {
            (c, minute) = (m, 30);
            return c.AtEnd || PartNames.Follows(c) || FollowsDay(hour) || IsCalled(hour);
        }

        if (m.TakeAll("e", "um", "quarto"))
        {
            (c, minute) = (m, 15);
            return true;
        }

        m = c;
        if (m.Take("e") && Numbers.Take(ref m, out var said) && said is > 4 and < 60 && (m.AtEnd || led || IsCalled(hour) || said % 5 == 0 && (PartNames.Follows(m) || IsAfterDay(hour, m))))
        {
            (c, minute) = (m, said);
            return (m.AtEnd && said % 5 == 0) || IsCalled(hour) || (said % 5 == 0 && IsAfterDay(hour, m));
        }

        if (led && m.Token.Norm?.Length == 2 && m.TakeDigits(out said) && said < 60 && Closing.At(m) && !(m.Touching && !m.AtEnd))
        {
            (c, minute) = (m, said);
            return true;
        }

        return false;
    }

    /// <summary>"1h30 de treino", "dormi 6h": how long, not when.</summary>
    private static bool IsLength(Cursor after, int hour)
    {
        var before = after;
        while (before.At > 0 && before.Previous.IsNumber | before.Previous.Norm is "h" or ":" or "horas" or "hora")
        {
            before = new Cursor(before, before.At - 1);
        }

        if (before.Previous.Norm is "dormi" or "dormir" or "trabalhei" or "estudei" or "treinei" or "corri" or "slept" or "sleep" or "por" or "durante")
        {
            return true;
        }

        after.TakeAny("minutos");
        return hour is > 0 and <= 6 && after.Take("de") && after.Token.IsWord && !PartNames.Follows(new Cursor(after, after.At - 1))
            && !IsDay(after);
    }

    private static bool IsDay(Cursor c) =>
        c.Word is "hoje" or "amanha" or "ontem" or "depois" or "anteontem" or "cada" or "la" or "todo" or "toda" || WeekdayNames.Take(ref c, out _);

    /// <summary>"Reunião 19 horas": nobody meets for nineteen hours.</summary>
    private static bool IsLate(Cursor atUnit, int hour) =>
        hour is > 12 and < 24 && new Cursor(atUnit, atUnit.At - 1).Previous.Norm is not ("por" or "em" or "de" or "durante" or "daqui" or "a" or "ha" or "faz" or "cada" or "mais" or "menos" or "ultimas" or "proximas" or "as" or "com");

    /// <summary>"Amanhã 9 horas" is an hour; "adia 1 hora" is a length.</summary>
    private static bool FollowsDay(Cursor afterHour) =>
        afterHour.At >= 2 && new Cursor(afterHour, afterHour.At - 1).Previous.Norm is "hoje" or "amanha" or "feira" or "segunda" or "terca" or "quarta" or "quinta" or "sexta" or "sabado" or "domingo";

    /// <summary>"Amanhã 5 e 40 por favor".</summary>
    private static bool IsAfterDay(Cursor afterHour, Cursor after) => FollowsDay(afterHour) && (Closing.At(after) || after.Word is "por" or "que" or "pra" or "para" or "com");

    /// <summary>"Me acorda 5 e meia", "me avisa 7 e 20 que…": right after such a verb it is an hour.</summary>
    private static bool IsCalled(Cursor afterHour) =>
        afterHour.At >= 2 && new Cursor(afterHour, afterHour.At - 1).Previous.Norm is "acorda" or "acorde" or "acordar" or "avisa" or "avise" or "lembra" or "lembre" or "chama" or "desperta" or "despertador";

    /// <summary>"Me acorda 5 horas": nobody is woken for five hours; "me acorda 2 horas antes" is another thing.</summary>
    private static bool IsWoken(Cursor atUnit) =>
        atUnit.At >= 2 && new Cursor(atUnit, atUnit.At - 1).Previous.Norm is "acorda" or "acorde" or "acordar" or "desperta" or "desperte" or "despertador" && atUnit.Peek(1) is not ("antes" or "depois" or "de");

    private static bool HasPart(Cursor atUnit)
    {
        atUnit.Skip();
        return PartNames.Follows(atUnit);
    }
}
