using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>The nth weekday, day or business day of something; counted from its end where negative.</summary>
internal readonly record struct NthDay(int Place, IsoDayOfWeek? Weekday, bool Workdays)
{
    public LocalDate? In(Stretch whole, TimeContext context)
    {
        var step = Place > 0 ? 1 : -1;
        var left = Place * step;
        for (var day = step > 0 ? whole.First : whole.Last; whole.Contains(day); day = day.PlusDays(step))
        {
            if (Is(day, context) && --left == 0)
            {
                return day;
            }
        }

        return null;
    }

    private bool Is(LocalDate day, TimeContext context) => Weekday is { } weekday ? day.DayOfWeek == weekday : !Workdays || context.IsWorkday(day);
}
