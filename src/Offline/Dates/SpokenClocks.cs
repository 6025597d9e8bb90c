using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Hours in words: "sete e meia", "nove da noite", "às onze e quarenta", "half past nine", "quarter to ten", "seven thirty".</summary>
internal static class SpokenClocks
{
    public static ClockTime? Take(ref Cursor cursor, bool led) => Past(ref cursor) ?? To(ref cursor) ?? Words(ref cursor, led);

    private static ClockTime? Past(ref Cursor cursor)
    {
        var c = cursor;
        int? minutes = c.TakeAll("half", "past") ? 30 : c.TakeAll("quarter", "past") || c.TakeAll("a", "quarter", "past") ? 15 : null;
        return minutes is { } found && Hour(ref c, out var hour) ? Found(ref cursor, c, hour, found) : null;
    }

    private static ClockTime? To(ref Cursor cursor)
    {
        var c = cursor;
        var minutes = c.TakeAll("quarter", "to") || c.TakeAll("a", "quarter", "to") ? 15 : Numbers.Take(ref c, out var said) && Towards(ref c) ? said : 0;
        return minutes is > 0 and < 31 && Hour(ref c, out var hour) ? Found(ref cursor, c, hour - 1, 60 - minutes) : null;
    }

    private static bool Towards(ref Cursor c) =>
        c.TakeAll("para", "as") || c.TakeAll("pras") || c.TakeAll("pra", "as") || c.TakeAll("para", "a") || c.TakeAll("para", "o")
        || (c.Take("to") && Hour(ref c, out _, look: true)) || (c.Take("para") && c.Word is "meio" or "meia");

    private static bool Hour(ref Cursor c, out int hour, bool look = false)
    {
        var h = c;
        if (NamedHours.Take(ref h) is { } named)
        {
            hour = named.Time.Hour == 0 ? 24 : named.Time.Hour;
        }
        else if (!Numbers.Take(ref h, out hour) || hour is < 1 or > 24)
        {
            return false;
        }

        c = look ? c : h;
        return true;
    }

    private static ClockTime? Words(ref Cursor cursor, bool led)
    {
        var c = cursor;
        if (!Numbers.TakeWords(ref c, out var hour) || hour > 24)
        {
            return null;
        }

        var minute = 0;
        var half = c;
        var marked = half.TakeAll("e", "meia");
        if (marked)
        {
            (c, minute) = (half, 30);
        }
        else if (half.Take("e") && led | Quarter(half) && Numbers.TakeWords(ref half, out var minutes) && minutes is > 4 and < 60)
        {
            (c, minute, marked) = (half, minutes, true);
        }
        else if (Numbers.TakeWords(ref half, out minutes) && minutes is 15 or 30 or 45)
        {
            (c, minute, marked) = (half, minutes, true);
        }
        else if (!led)
        {
            marked = c.TakeAll("o", "clock");
        }

        var hours = c;
        marked |= hours.TakeAny("horas", "hora") && (led || DayParts.Follows(hours));
        c = marked && hours.At > c.At ? hours : c;
        var meridiem = Meridiem.Take(ref c);
        return marked || led || meridiem is not null || DayParts.Follows(c)
            ? Found(ref cursor, c, meridiem is { } pm ? hour % 12 + (pm ? 12 : 0) : hour, minute, meridiem is not null)
            : null;
    }

    private static bool Quarter(Cursor c) => c.Word is "quinze";

    private static ClockTime Found(ref Cursor cursor, Cursor after, int hour, int minute, bool sure = false)
    {
        var meridiem = sure ? null : Meridiem.Take(ref after);
        cursor = after;
        hour = meridiem is { } pm ? hour % 12 + (pm ? 12 : 0) : hour;
        return new ClockTime(new LocalTime((hour + 24) % 24, minute), sure || meridiem is not null || hour is 0 or > 12);
    }
}
