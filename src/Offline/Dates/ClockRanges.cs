using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>From one hour to another: "das 14h às 16h", "entre 14h e 16h", "from 2 to 4pm", "9:30 - 11:00".</summary>
internal static class ClockRanges
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var led = cursor.TakeAny("das", "entre", "between", "from", "de");
        cursor.TakeAny("as");
        if (Clocks.Take(ref cursor, led) is not { } start || !Joint(ref cursor, led) || Clocks.Take(ref cursor, led || start.Sure) is not { } end)
        {
            return null;
        }

        var part = DayParts.Read(cursor, context);
        return new TimeExpression
        {
            From = from, To = part?.To ?? cursor.At, Part = part?.Part,
            Clock = Before(start, end), EndClock = end,
        };
    }

    private static bool Joint(ref Cursor cursor, bool led)
    {
        var joined = cursor.TakeAll("ate", "as") || cursor.TakeAny("as", "a", "ate", "to", "until", "till", "-", "–") || (led && cursor.TakeAny("e", "and"));
        cursor.TakeAny("as");
        return joined;
    }

    /// <summary>"From 2 to 4pm": what makes the end sure makes the start sure.</summary>
    private static ClockTime Before(ClockTime start, ClockTime end) =>
        !start.Sure && end.Sure && start.Time.Hour < 12 && start.Time.PlusHours(12) < end.Time && end.Time.Hour > 12 && end.Time.Hour - start.Time.Hour - 12 < start.Time.Hour
            ? new ClockTime(start.Time.PlusHours(12), true)
            : start;
}
