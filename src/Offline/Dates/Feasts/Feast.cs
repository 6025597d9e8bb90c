using System.Globalization;
using NodaTime;

namespace TbPersonalOs.Offline.Dates.Feasts;

/// <summary>A day that has a name and comes every year: where it falls in a year, and how many days it lasts.</summary>
internal sealed record Feast(Func<int, LocalDate?> In, int Length = 1)
{
    private static readonly ChineseLunisolarCalendar China = new();

    /// <summary>The same date every year: what a yearly rule can repeat.</summary>
    public AnnualDate? Date { get; private init; }

    /// <summary>The nth weekday of a month: a yearly rule can repeat it too.</summary>
    public (int Month, IsoDayOfWeek Weekday, int Place)? Weekday { get; private init; }

    public static Feast On(int month, int day) => new(year => Dated.Of(year, month, day)) { Date = new AnnualDate(month, day) };

    /// <summary>The nth weekday of a month; -1 is its last.</summary>
    public static Feast Nth(int month, IsoDayOfWeek weekday, int place) =>
        new(year => Dated.Nth(new LocalDate(year, month, 1), weekday, place)) { Weekday = (month, weekday, place) };

    /// <summary>So many days after another one.</summary>
    public Feast Then(int days, int length = 1) => new(year => In(year)?.PlusDays(days), length);

    public static Feast Easter(int days, int length = 1) => new(year => Computus.Western(year).PlusDays(days), length);

    public static Feast Orthodox(int days, int length = 1) => new(year => Computus.Eastern(year).PlusDays(days), length);

    /// <summary>A date that moves off Saturday and Sunday by so many days.</summary>
    public static Feast Observed(int month, int day, int saturday, int sunday) =>
        new(year => new LocalDate(year, month, day) is var date && date.DayOfWeek == IsoDayOfWeek.Saturday ? date.PlusDays(saturday)
            : date.DayOfWeek == IsoDayOfWeek.Sunday ? date.PlusDays(sunday) : date);

    /// <summary>A date of the Hebrew calendar, months counted from Nisan.</summary>
    public static Feast Hebrew(int month, int day, int length = 1) => new(year => Elsewhere(CalendarSystem.HebrewScriptural, year + 3759, year, month, day), length);

    /// <summary>A date of the Islamic calendar as Umm al-Qura counts it.</summary>
    public static Feast Islamic(int month, int day, int length = 1) => new(year => Elsewhere(CalendarSystem.UmAlQura, (year - 622) * 33 / 32 - 1, year, month, day), length);

    public static Feast ChineseNewYear => new(year => year is > 1901 and < 2100 ? LocalDate.FromDateTime(China.ToDateTime(year, 1, 1, 0, 0, 0, 0)) : null);

    /// <summary>Another calendar's year is not ours: the one whose date falls into our year.</summary>
    private static LocalDate? Elsewhere(CalendarSystem calendar, int from, int year, int month, int day)
    {
        for (var there = Math.Max(from, calendar.MinYear); there <= Math.Min(from + 4, calendar.MaxYear); there++)
        {
            if (new LocalDate(there, month, day, calendar).WithCalendar(CalendarSystem.Iso) is var date && date.Year == year)
            {
                return date;
            }
        }

        return null;
    }
}
