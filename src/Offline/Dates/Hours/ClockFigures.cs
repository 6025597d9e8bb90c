using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Hours in figures: "9h", "9h30", "10:30h", "15:23:24", "10 e 30", "3pm", "1030", "3ish".</summary>
internal static class ClockFigures
{
    public static ClockTime? Take(ref Cursor cursor, bool led, bool loosely)
    {
        var c = cursor;
        var length = c.Token.Norm?.Length ?? 0;
        var padded = length == 2 && c.Token.Norm![0] == '0';
        if (IsMoney(c) || !c.TakeDigits(out var hour))
        {
            return null;
        }

        var (minute, second) = (0, 0);
        bool marked;
        if (length is 3 or 4)
        {
            (hour, minute, marked) = (hour / 100, hour % 100, false);
            if (minute > 59 || !(led && !loosely | cursor.Previous.Norm is "around" or "approximately" && Closing.At(c) || c.Word is "am" or "pm" or "p" or "a" or "ish" || (led && PartNames.Follows(c))))
            {
                return null;
            }
        }
        else
        {
            marked = length < 3 && ClockMinutes.Take(ref c, ref minute, ref second, hour, led);
        }

        if (led && minute == 0 && hour is > 0 and <= 24 && ClockMinutes.Less(ref c) is { } less)
        {
            (hour, minute, marked) = (hour - 1, 60 - less, true);
        }

        return hour <= 24 ? Found(ref cursor, c, new LocalTime(hour % 24, minute, second), hour, marked, led, loosely, padded) : null;
    }

    private static ClockTime? Found(ref Cursor cursor, Cursor c, LocalTime time, int hour, bool marked, bool led, bool loosely, bool padded)
    {
        var fuzzy = c.Touching && c.Take("ish");
        var half = Meridiem.Take(ref c);
        marked |= half is not null || fuzzy || PartNames.Follows(c);
        if (!marked && !(led && (!loosely || time.Minute == 30 || Closing.At(c) || c.Token.IsNumber) && !IsCounting(c)))
        {
            return null;
        }

        cursor = c;
        return half is { } afternoon && hour <= 12
            ? new ClockTime(time.PlusHours(hour % 12 + (afternoon ? 12 : 0) - time.Hour), true)
            : new ClockTime(time, padded || hour is 0 or > 12);
    }

    private static readonly FrozenSet<string> Counted = FrozenSet.ToFrozenSet(
        ["dias", "dia", "semanas", "meses", "anos", "minutos", "segundos", "days", "day", "weeks", "week", "months", "years", "minutes", "seconds", "hours", "%", "reais", "vezes", "times", "others", "mil", "km", "kg", "quilometros", "thousand", "miles", "passos", "steps"]);

    private static bool IsCounting(Cursor c) => Counted.Contains(c.Word) || (c.Touching && c.Word is "," && new Cursor(c, c.At + 1).Touching && char.IsAsciiDigit(c.Peek(1).FirstOrDefault())) || (c.Touching && c.Word is "%" or "/" or "x" or "º" or "ª" or "o" or "th" or "st" or "nd" or "rd");

    /// <summary>"R$ 10.50", "versão 2.10".</summary>
    private static bool IsMoney(Cursor c) => c.Previous.Norm is "$" or "€" or "£" or "versao" or "version" or "v" or "#" || (c.Touching && c.Previous.Norm is "." or ",");
}
