using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Noon and midnight, with "e meia" after them.</summary>
internal static class NamedHours
{
    public static ClockTime? Take(ref Cursor cursor)
    {
        var c = cursor;
        c.TakeAny("o", "a", "ao");
        int? hour = Noon(ref c) ? 12 : Midnight(ref c) ? 0 : null;
        if (hour is not { } found)
        {
            return null;
        }

        var minute = c.TakeAll("e", "meia") ? 30 : c.TakeAll("e", "quinze") ? 15 : 0;
        cursor = c;
        return new ClockTime(new LocalTime(found, minute), true);
    }

    private static bool Noon(ref Cursor c) => c.TakeAll("meio", "dia") || c.TakeAny("meiodia", "noon", "midday");

    private static bool Midnight(ref Cursor c) => c.TakeAll("meia", "noite") || c.TakeAny("meianoite", "midnight");
}
