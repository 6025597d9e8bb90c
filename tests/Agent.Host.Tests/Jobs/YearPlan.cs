using NodaTime;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>What kind of reminder somebody sets in the simulated year.</summary>
internal enum Rhythm
{
    Once,
    Daily,
    Weekly,
    Monthly,
}

/// <summary>A reminder of the simulated year: the wall time of its first time, and how it goes on.</summary>
internal sealed record YearReminder(int Person, Rhythm Rhythm, LocalDateTime First)
{
    public string? Rule => Rhythm switch
    {
        Rhythm.Daily => "FREQ=DAILY",
        Rhythm.Weekly => "FREQ=WEEKLY",
        Rhythm.Monthly => $"FREQ=MONTHLY;BYMONTHDAY={First.Day}",
        _ => null,
    };
}

/// <summary>Somebody who lives in a zone, perhaps moves to another one, and whose chat refuses everything on some days.</summary>
internal sealed record YearPerson(string Zone, (Instant At, string Zone)? Move, Interval? Refusing);

/// <summary>A simulated year, drawn from a seed: people, their reminders, and when the house was down.</summary>
internal sealed class YearPlan
{
    public static readonly Instant Start = Ringing.Monday;
    public static readonly Instant End = Start + Duration.FromDays(366);

    /// <summary>Between two rings of the clock.</summary>
    public static readonly Duration Pause = Duration.FromSeconds(10);

    private static readonly string[] Zones = ["America/New_York", "Europe/Lisbon", "America/Sao_Paulo"];
    private static readonly Duration[] Lengths =
    [
        Duration.FromMinutes(3), Duration.FromMinutes(11), Duration.FromMinutes(25), Duration.FromMinutes(50), Duration.FromHours(2), Duration.FromHours(9),
        Duration.FromHours(25), Duration.FromDays(3), Duration.FromDays(5),
    ];

    private readonly Random _random;

    public YearPlan(int seed, int people, int reminders)
    {
        _random = new Random(seed);
        People = [.. Enumerable.Range(0, people).Select(NewPerson)];
        Outages = NewOutages();
        Reminders = [.. Enumerable.Range(0, reminders).Select(place => NewReminder(place, reminders))];
    }

    public List<YearPerson> People { get; }

    public List<YearReminder> Reminders { get; }

    public List<Interval> Outages { get; }

    /// <summary>When the clock rings first from an instant on.</summary>
    public Instant Ring(Instant from)
    {
        var ticks = (from - Start).BclCompatibleTicks;
        var ring = Start + Duration.FromTicks((ticks + Pause.BclCompatibleTicks - 1) / Pause.BclCompatibleTicks * Pause.BclCompatibleTicks);
        return Outages.Find(outage => outage.Contains(ring)) is { HasEnd: true } outage && outage.Start != outage.End ? outage.End : ring;
    }

    /// <summary>The zone of a person at an instant.</summary>
    public DateTimeZone ZoneOf(int person, Instant at) =>
        DateTimeZoneProviders.Tzdb[People[person] is { Move: { } move } && at >= move.At ? move.Zone : People[person].Zone];

    private YearPerson NewPerson(int place)
    {
        var zone = Zones[place % Zones.Length];
        var other = Zones[(place + 1 + (place / Zones.Length)) % Zones.Length];
        var noon = DateTimeZoneProviders.Tzdb[zone].AtLeniently(new LocalDate(2027, 4, 1).PlusDays(_random.Next(150)).At(new LocalTime(12, 0))).ToInstant();
        var refusing = Start + Duration.FromDays(_random.Next(20, 340));
        return new YearPerson(
            zone, place % 2 == 0 && other != zone ? (noon, other) : null, place % 3 != 2 ? new Interval(refusing, refusing + Duration.FromDays(4)) : null);
    }

    private List<Interval> NewOutages()
    {
        var outages = new List<Interval>();
        for (var day = 4; day < 360; day += _random.Next(8, 16))
        {
            var from = Start + Duration.FromDays(day) + (Duration.FromSeconds(10) * _random.Next(8_640));
            var outage = new Interval(from, from + Lengths[outages.Count % Lengths.Length]);
            if (!People.Exists(person => person.Move is { } move && outage.Start <= move.At + Duration.FromHours(1) && move.At - Duration.FromDays(1) <= outage.End))
            {
                outages.Add(outage);
            }
        }

        return outages;
    }

    /// <summary>One hour in five is one that the clocks skip or show twice somewhere, or one of the night.</summary>
    private YearReminder NewReminder(int place, int all)
    {
        var rhythm = (place * 100 / all) switch { < 8 => Rhythm.Daily, < 30 => Rhythm.Weekly, < 45 => Rhythm.Monthly, _ => Rhythm.Once };
        var time = _random.Next(5) == 0 ? new LocalTime(_random.Next(3) switch { 0 => 1, 1 => 2, _ => 23 }, 30) : new LocalTime(_random.Next(7, 23), 5 * _random.Next(12));
        var day = new LocalDate(2026, 11, 24).PlusDays(_random.Next(rhythm == Rhythm.Once ? 360 : 40));
        return new YearReminder(
            _random.Next(People.Count), rhythm, (rhythm == Rhythm.Monthly && place % 3 == 0 ? new LocalDate(2026, 12, 31) : day).At(time));
    }
}
