using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Parts of the day as people name them. Morning is 6-12, afternoon 12-18, evening 18-24.</summary>
internal enum DayPart
{
    Morning, Afternoon, Evening, Dawn, EarlyMorning, LateMorning, Lunch, EarlyAfternoon, AfterLunch, LateAfternoon, DayEnd, EarlyEvening, LateEvening, BusinessHours,
}

/// <summary>From when to when a part of the day is, the hour that stands for it, and what it makes of an hour.</summary>
internal static class DayParts
{
    /// <summary>From when to when; null is midnight.</summary>
    public static (LocalTime From, LocalTime? To) Span(DayPart part) => Table(part) is var (from, to, _) ? (At(from), to == 24 ? null : At(to)) : default;

    /// <summary>The hour that stands for a part of the day where none is spoken.</summary>
    public static LocalTime Hour(DayPart part) => At(Table(part).Hour);

    /// <summary>An hour seen in the light of a part of the day: "8 da noite", "12 da noite", "1 da manhã", "12 da madrugada".</summary>
    public static LocalTime Apply(DayPart part, LocalTime time) => (IsEvening(part), IsAfternoon(part), time.Hour) switch
    {
        (_, true, < 12 and > 0) => time.PlusHours(12),
        (true, _, 12) => time.PlusHours(-12),
        (true, _, > 3 and < 12) => time.PlusHours(12),
        _ => part == DayPart.Dawn && time.Hour == 12 ? time.PlusHours(-12) : time,
    };

    public static bool IsEvening(DayPart part) => part is DayPart.Evening or DayPart.EarlyEvening or DayPart.LateEvening;

    private static bool IsAfternoon(DayPart part) =>
        part is DayPart.Afternoon or DayPart.EarlyAfternoon or DayPart.AfterLunch or DayPart.LateAfternoon or DayPart.DayEnd or DayPart.Lunch;

    private static LocalTime At(int hour) => new(hour, 0);

    private static (int From, int To, int Hour) Table(DayPart part) => part switch
    {
        DayPart.Dawn => (0, 6, 3),
        DayPart.EarlyMorning => (6, 9, 9),
        DayPart.LateMorning => (10, 12, 11),
        DayPart.Lunch => (12, 14, 12),
        DayPart.EarlyAfternoon => (12, 15, 13),
        DayPart.AfterLunch => (13, 17, 14),
        DayPart.Afternoon => (12, 18, 15),
        DayPart.LateAfternoon => (16, 18, 17),
        DayPart.DayEnd => (17, 20, 18),
        DayPart.EarlyEvening => (18, 20, 19),
        DayPart.Evening => (18, 24, 20),
        DayPart.LateEvening => (21, 24, 22),
        DayPart.BusinessHours => (9, 18, 9),
        _ => (6, 12, 9),
    };
}
