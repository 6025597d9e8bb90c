using NodaTime;

namespace TbPersonalOs.Plugins.Calendar;

/// <summary>What is left of working hours when the events are taken away.</summary>
internal static class FreeTime
{
    private const int MostOfADay = 5;

    /// <summary>The free stretches of one day that are long enough, in their order.</summary>
    /// <param name="hours">The working hours of the day.</param>
    /// <param name="busy">Times of events, in any order; they may overlap.</param>
    /// <param name="least">How long a stretch must be.</param>
    public static IReadOnlyList<Interval> In(Interval hours, IEnumerable<Interval> busy, Duration least)
    {
        var free = new List<Interval>();
        var from = hours.Start;
        foreach (var taken in busy.Where(taken => taken.End > hours.Start && taken.Start < hours.End).OrderBy(taken => taken.Start))
        {
            Add(from, taken.Start);
            from = Instant.Max(from, taken.End);
        }

        Add(from, hours.End);
        return free.Count > MostOfADay ? free[..MostOfADay] : free;

        void Add(Instant start, Instant end)
        {
            if (end - start >= least && end > start)
            {
                free.Add(new Interval(start, end));
            }
        }
    }

    /// <summary>The working hours of a day, as far as they are still to come; null where they are over.</summary>
    public static Interval? Hours(LocalDate day, TimeOnly start, TimeOnly end, DateTimeZone zone, Instant now)
    {
        var opens = At(start);
        var closes = At(end);
        var from = opens > now ? opens : NextQuarter(now);
        return from < closes ? new Interval(from, closes) : null;

        Instant At(TimeOnly time) => zone.AtLeniently(day.At(LocalTime.FromTimeOnly(time))).ToInstant();
    }

    /// <summary>
    /// The days of a range on which people work. A weekend counts where the range begins with it, or ends with it within a week.
    /// </summary>
    public static IEnumerable<LocalDate> WorkDays(LocalDate first, LocalDate last, bool named)
    {
        var length = Period.DaysBetween(first, last) + 1;
        var weekends = named && (IsWeekend(first) || (IsWeekend(last) && length < 7));
        return Enumerable.Range(0, length).Select(first.PlusDays).Where(day => weekends || !IsWeekend(day));
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static Instant NextQuarter(Instant now)
    {
        const long quarter = 15 * 60;
        return Instant.FromUnixTimeSeconds((now.ToUnixTimeSeconds() + quarter - 1) / quarter * quarter);
    }
}
