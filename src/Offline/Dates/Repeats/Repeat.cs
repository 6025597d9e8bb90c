using NodaTime;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>A rule as read, with the part of the day that its words name: "toda noite".</summary>
internal sealed record Repeat(Recurrence Rule, DayPart? Part = null)
{
    public static readonly IsoDayOfWeek[] Workdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static Repeat Of(Frequency frequency, int interval = 1) => new(new Recurrence(frequency, interval));

    public static Repeat Weekly(IReadOnlyList<IsoDayOfWeek> days, int interval = 1) => new(new Recurrence(Frequency.Weekly, interval) { Weekdays = days });

    public static Repeat Working => Weekly(Workdays);

    public static Repeat Weekends => Weekly([IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]);

    /// <summary>Every so many units; null where there is no rule for the unit.</summary>
    public static Repeat? Each(Unit unit, int count) => unit switch
    {
        Unit.Minute => new(new Recurrence(Frequency.Hourly, count) { Minutely = true }),
        Unit.Hour => Of(Frequency.Hourly, count),
        Unit.Day => Of(Frequency.Daily, count),
        Unit.Week => Of(Frequency.Weekly, count),
        Unit.Fortnight => Of(Frequency.Weekly, 2 * count),
        Unit.Year or Unit.Decade => Of(Frequency.Yearly, unit == Unit.Year ? count : 10 * count),
        Unit.Weekend when count == 1 => Weekends,
        Unit.Workday when count == 1 => Working,
        _ => Units.Months(unit) is { } months ? Of(Frequency.Monthly, months * count) : null,
    };
}
