using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>An hour said in the time of elsewhere: "15h UTC", "8am PST", "9:30 GMT-3". It becomes the person's own.</summary>
internal static class Abroad
{
    private static readonly FrozenDictionary<string, double> Zones = new Dictionary<string, double>
    {
        ["gmt"] = 0, ["utc"] = 0, ["wet"] = 0, ["bst"] = 1, ["cet"] = 1, ["cest"] = 2, ["eet"] = 2, ["est"] = -5, ["edt"] = -4, ["cst"] = -6, ["cdt"] = -5,
        ["mst"] = -7, ["mdt"] = -6, ["pst"] = -8, ["pdt"] = -7, ["ist"] = 5.5, ["jst"] = 9, ["brt"] = -3,
    }.ToFrozenDictionary();

    public static ClockTime Take(ref Cursor cursor, ClockTime clock, TimeContext context) =>
        TakeShift(ref cursor, context, out var seconds) ? Shifted(clock, seconds) : clock;

    /// <summary>How many seconds the person's clocks are ahead of the zone that is named.</summary>
    public static bool TakeShift(ref Cursor cursor, TimeContext context, out int ours)
    {
        ours = 0;
        var c = cursor;
        var bracket = c.Take("(");
        if (!c.TakeFrom(Zones, out var hours))
        {
            return false;
        }

        hours += Shift(ref c);
        _ = bracket && c.Take(")");
        cursor = c;
        ours = context.Now.Offset.Seconds - (int)(hours * 3600);
        return true;
    }

    public static ClockTime Shifted(ClockTime clock, int ours)
    {
        var seconds = (int)(clock.Time.NanosecondOfDay / NodaConstants.NanosecondsPerSecond) + ours;
        var days = (int)Math.Floor(seconds / 86_400.0);
        return new ClockTime(LocalTime.FromSecondsSinceMidnight(seconds - 86_400 * days), true, days);
    }

    /// <summary>"GMT-3", "UTC+2".</summary>
    private static int Shift(ref Cursor cursor)
    {
        var c = cursor;
        var sign = c.Take("+") ? 1 : c.Take("-") ? -1 : 0;
        if (sign == 0 || !c.Touching || !c.TakeDigits(out var hours) || hours > 14)
        {
            return 0;
        }

        cursor = c;
        return sign * hours;
    }
}
