using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Parts of the day: "de manhã", "da tarde", "à noite", "in the morning". Morning is 6-12, afternoon 12-18, evening 18-24.</summary>
internal static class DayParts
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        return Take(ref cursor) is { } part ? new TimeExpression { From = from, To = cursor.At, Part = part } : null;
    }

    public static bool Follows(Cursor cursor) => Take(ref cursor) is not null;

    /// <summary>From when to when a part of the day is; null is midnight.</summary>
    public static (LocalTime From, LocalTime? To) Span(DayPart part) => part switch
    {
        DayPart.Morning => (new LocalTime(6, 0), new LocalTime(12, 0)),
        DayPart.Afternoon => (new LocalTime(12, 0), new LocalTime(18, 0)),
        _ => (new LocalTime(18, 0), null),
    };

    /// <summary>The hour that stands for a part of the day where none is spoken.</summary>
    public static LocalTime Hour(DayPart part) => part switch
    {
        DayPart.Morning => new LocalTime(9, 0),
        DayPart.Afternoon => new LocalTime(15, 0),
        _ => new LocalTime(20, 0),
    };

    /// <summary>An hour seen in the light of a part of the day: "8 da noite", "12 da noite", "1 da manhã".</summary>
    public static LocalTime Apply(DayPart part, LocalTime time) => (part, time.Hour) switch
    {
        (DayPart.Afternoon, < 12 and > 0) => time.PlusHours(12),
        (DayPart.Evening, 12) => time.PlusHours(-12),
        (DayPart.Evening, > 3 and < 12) => time.PlusHours(12),
        _ => time,
    };

    private static DayPart? Take(ref Cursor cursor)
    {
        var c = cursor;
        DayPart? part = null;
        if (c.TakeAny("de", "da", "pela", "na", "a"))
        {
            part = c.TakeAny("manha", "madrugada", "manhazinha") ? DayPart.Morning : c.TakeAny("tarde", "tardinha") ? DayPart.Afternoon
                : c.TakeAny("noite", "noitinha") ? DayPart.Evening : null;
        }
        else if (c.TakeAll("in", "the") || c.TakeAll("this"))
        {
            part = c.Take("morning") ? DayPart.Morning : c.Take("afternoon") ? DayPart.Afternoon : c.Take("evening") ? DayPart.Evening : null;
        }
        else if (c.TakeAll("at", "night"))
        {
            part = DayPart.Evening;
        }
        else if (c.Previous.Norm is "hoje" or "amanha" or "tomorrow" or "yesterday" or "ontem" || IsWeekday(c))
        {
            part = c.TakeAny("cedo", "morning", "manha") ? DayPart.Morning : c.TakeAny("afternoon", "tarde") ? DayPart.Afternoon
                : c.TakeAny("night", "evening", "noite") ? DayPart.Evening : null;
        }

        cursor = part is null ? cursor : c;
        return part;
    }

    private static bool IsWeekday(Cursor c) => c.Previous.Norm?.EndsWith("day", StringComparison.Ordinal) == true;
}
