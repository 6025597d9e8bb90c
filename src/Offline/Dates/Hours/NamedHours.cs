using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Noon and midnight, with "e meia" or other minutes after them.</summary>
internal static class NamedHours
{
    public static ClockTime? Take(ref Cursor cursor)
    {
        var c = cursor;
        c.TakeAny("o", "a", "ao", "the");
        int? hour = Noon(ref c) ? 12 : Midnight(ref c) ? 0 : null;
        if (hour is not { } found)
        {
            return null;
        }

        var minute = Minutes(ref c);
        cursor = c;
        return new ClockTime(new LocalTime(found, minute), true);
    }

    private static int Minutes(ref Cursor cursor)
    {
        var c = cursor;
        if (c.TakeAll("e", "meia") || c.TakeAll("e", "meio"))
        {
            cursor = c;
            return 30;
        }

        if (c.Take("e") && Numbers.Take(ref c, out var minutes) && minutes is > 0 and < 60 && minutes % 5 == 0 && Closing.At(c))
        {
            cursor = c;
            return minutes;
        }

        return 0;
    }

    private static bool Noon(ref Cursor c) => c.TakeAll("meio", "dia") || c.TakeAny("meiodia", "noon", "midday") || c.TakeAll("mid", "day") || c.TakeAll("meia", "dia");

    private static bool Midnight(ref Cursor c) => c.TakeAll("meia", "noite") || c.TakeAny("meianoite", "midnight");
}
