using System.Collections.Frozen;
using NodaTime;

namespace TbPersonalOs.Offline.Dates.Feasts;

/// <summary>Brazil's national holidays, with the days of Carnival and Corpus Christi on which banks are closed.</summary>
internal static class NationalHolidays
{
    private static readonly FrozenSet<AnnualDate> Fixed = FrozenSet.ToFrozenSet(
        [new AnnualDate(1, 1), new(4, 21), new(5, 1), new(9, 7), new(10, 12), new(11, 2), new(11, 15), new(11, 20), new(12, 25)]);

    public static bool Contains(LocalDate day) =>
        Fixed.Contains(new AnnualDate(day.Month, day.Day)) || Period.DaysBetween(Computus.Western(day.Year), day) is -48 or -47 or -2 or 60;
}
