using NodaTime;
using NodaTime.TimeZones;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>How one time of a reminder must have ended.</summary>
internal sealed record YearEnd(DeliveryEnd End, int MinutesLate);

/// <summary>Counts, from the rules alone and by NodaTime alone, how each time of each reminder must end.</summary>
internal sealed class YearExpectation(YearPlan plan)
{
    private static readonly LocalTime QuietFrom = new(22, 0);
    private static readonly LocalTime QuietTo = new(7, 0);

    /// <summary>The end of every time of a reminder that comes within the year.</summary>
    public Dictionary<Instant, YearEnd> Of(YearReminder reminder)
    {
        var ends = new Dictionary<Instant, YearEnd>();
        var times = TimesOf(reminder);
        var place = 0;
        while (place < times.Count)
        {
            var now = plan.Ring(times[place].From);
            var last = LastComeBy(times, place, now);
            while (Waits(reminder.Person, times[last].Due, now))
            {
                var quietEnd = plan.Ring(EndOfQuiet(reminder.Person, now));
                now = last + 1 < times.Count && plan.Ring(times[last + 1].From) is var next && next < quietEnd ? next : quietEnd;
                last = LastComeBy(times, place, now);
            }

            if (now > YearPlan.End)
            {
                return ends;
            }

            for (; place < last; place++)
            {
                ends.Add(times[place].Due, new YearEnd(DeliveryEnd.Skipped, 0));
            }

            var late = (int)(now - times[last].Due).TotalMinutes;
            var refused = plan.People[reminder.Person].Refusing is { } days && days.Contains(now);
            ends.Add(times[last].Due, new YearEnd(refused ? DeliveryEnd.Failed : late > 0 ? DeliveryEnd.Late : DeliveryEnd.OnTime, late));
            place = last + 1;
        }

        return ends;
    }

    private static int LastComeBy(List<(Instant Due, Instant From)> times, int place, Instant now) => times.FindLastIndex(time => time.From <= now) is var last && last > place ? last : place;

    /// <summary>Late ones wait for the end of the night, but for an hour of the night that was named less than an hour ago.</summary>
    private bool Waits(int person, Instant due, Instant now) =>
        now - due >= Duration.FromMinutes(1) && IsQuiet(person, now) && !(IsQuiet(person, due, now) && now - due < Duration.FromHours(1));

    private bool IsQuiet(int person, Instant at, Instant? seenAt = null)
    {
        var time = at.InZone(plan.ZoneOf(person, seenAt ?? at)).TimeOfDay;
        return time >= QuietFrom || time < QuietTo;
    }

    private Instant EndOfQuiet(int person, Instant now)
    {
        var (zone, local) = (plan.ZoneOf(person, now), now.InZone(plan.ZoneOf(person, now)).LocalDateTime);
        return Resolve((local.TimeOfDay < QuietTo ? local.Date : local.Date.PlusDays(1)).At(QuietTo), zone);
    }

    /// <summary>When each time is due, and from when on it is known to be: after a move, what is past in the new zone comes at once.</summary>
    private List<(Instant Due, Instant From)> TimesOf(YearReminder reminder)
    {
        var person = plan.People[reminder.Person];
        var before = Walls(reminder).Select(wall => Resolve(wall, DateTimeZoneProviders.Tzdb[person.Zone])).Distinct().ToList();
        if (person.Move is not { } move)
        {
            return [.. before.Select(due => (due, due))];
        }

        var told = before.FindAll(due => due <= move.At);
        var after = reminder.Rhythm == Rhythm.Once && told.Count > 0 ? []
            : Walls(reminder).Select(wall => Resolve(wall, DateTimeZoneProviders.Tzdb[move.Zone])).Distinct().Where(due => told.Count == 0 || due > told[^1]);
        return [.. told.Select(due => (due, due)), .. after.Select(due => (due, Instant.Max(due, move.At)))];
    }

    private static IEnumerable<LocalDateTime> Walls(YearReminder reminder)
    {
        for (var day = reminder.First.Date; day < new LocalDate(2027, 12, 1); day = day.PlusDays(1))
        {
            var rings = reminder.Rhythm switch
            {
                Rhythm.Once => day == reminder.First.Date,
                Rhythm.Daily => true,
                Rhythm.Weekly => day.DayOfWeek == reminder.First.DayOfWeek,
                _ => day.Day == reminder.First.Day,
            };
            if (rings)
            {
                yield return day.At(reminder.First.TimeOfDay);
            }
        }
    }

    /// <summary>A wall time that is skipped comes as much later as the clocks were put forward; of two, the first counts.</summary>
    private static Instant Resolve(LocalDateTime wall, DateTimeZone zone) => zone.MapLocal(wall) switch
    {
        { Count: 0 } gap => wall.WithOffset(gap.EarlyInterval.WallOffset).ToInstant(),
        var mapped => mapped.First().ToInstant(),
    };
}
