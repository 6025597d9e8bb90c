using NodaTime;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>Some days in a row that have a name: a week, a month, a quarter, a year. Last is inclusive. Monday starts the week.</summary>
internal readonly record struct Stretch(Unit Unit, LocalDate First, LocalDate Last)
{
    /// <summary>The week, month or year that is so many away from the one at hand.</summary>
    public static Stretch Of(Unit unit, int turn, LocalDate today) => unit switch
    {
        Unit.Day => new(unit, today.PlusDays(turn), today.PlusDays(turn)),
        Unit.Week => Weeks(unit, Dated.Monday(today).PlusWeeks(turn), 0, 6),
        Unit.Weekend => Weeks(unit, Dated.Monday(today).PlusWeeks(turn), 5, 6),
        Unit.Fortnight when today.Day > 15 == (turn % 2 == 0) => Half(today.PlusMonths((turn + (today.Day > 15 ? 1 : 0)) / 2), true),
        Unit.Fortnight => Half(today.PlusMonths(turn > 0 ? 1 : 0), false),
        Unit.Decade => new(unit, new LocalDate(today.Year / 10 * 10 + 10 * turn, 1, 1), new LocalDate(today.Year / 10 * 10 + 10 * turn + 9, 12, 31)),
        _ => Months(unit, today, turn, Units.Months(unit)!.Value),
    };

    public static Stretch Month(int year, int month) => Of(Unit.Month, 0, new LocalDate(year, month, 1));

    public static Stretch Year(int year) => Of(Unit.Year, 0, new LocalDate(year, 1, 1));

    /// <summary>Half a month: days 1 to 15, or from the 16th on.</summary>
    public static Stretch Half(LocalDate day, bool second) => second
        ? new(Unit.Fortnight, new LocalDate(day.Year, day.Month, 16), day.With(DateAdjusters.EndOfMonth))
        : new(Unit.Fortnight, new LocalDate(day.Year, day.Month, 1), new LocalDate(day.Year, day.Month, 15));

    public bool Contains(LocalDate day) => First <= day && day <= Last;

    private static Stretch Weeks(Unit unit, LocalDate monday, int from, int to) => new(unit, monday.PlusDays(from), monday.PlusDays(to));

    private static Stretch Months(Unit unit, LocalDate today, int turn, int length)
    {
        var first = new LocalDate(today.Year, 1, 1).PlusMonths((today.Month - 1) / length * length + turn * length);
        return new(unit, first, first.PlusMonths(length).PlusDays(-1));
    }
}
