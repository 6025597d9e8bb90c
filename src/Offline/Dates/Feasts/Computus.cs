using NodaTime;

namespace TbPersonalOs.Offline.Dates.Feasts;

/// <summary>Easter Sunday, of the West and of the East, as Meeus computes them.</summary>
internal static class Computus
{
    public static LocalDate Western(int year)
    {
        var (century, rest) = (year / 100, year % 100);
        var leaps = (century - (century + 8) / 25 + 1) / 3;
        var moon = (19 * (year % 19) + century - century / 4 - leaps + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
        var sum = moon + weekday - 7 * ((year % 19 + 11 * moon + 22 * weekday) / 451) + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1);
    }

    public static LocalDate Eastern(int year)
    {
        var moon = (19 * (year % 19) + 15) % 30;
        var weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var sum = moon + weekday + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
