using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>The buttons that put a reminder off.</summary>
public enum PutOffTo
{
    /// <summary>In ten minutes.</summary>
    TenMinutes,

    /// <summary>In an hour.</summary>
    Hour,

    /// <summary>This evening at eight; where that is near or over, tomorrow's.</summary>
    Evening,

    /// <summary>Tomorrow at the hour at which it was due.</summary>
    Tomorrow,
}

/// <summary>Counts the moment to which a button puts a reminder off.</summary>
internal static class PutOff
{
    private static readonly LocalTime Evening = new(20, 0);
    private static readonly LocalTime TooNear = new(19, 30);

    /// <summary>The moment, to the whole minute. With its offset, where the clocks show that wall time twice and the later one is meant.</summary>
    /// <param name="to">The button.</param>
    /// <param name="now">When it was pressed.</param>
    /// <param name="due">When the reminder was due.</param>
    /// <param name="zone">Where the person is.</param>
    public static Moment Of(PutOffTo to, Instant now, Instant due, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        return to switch
        {
            PutOffTo.TenMinutes => At(now + Duration.FromMinutes(10), zone),
            PutOffTo.Hour => At(now + Duration.FromHours(1), zone),
            PutOffTo.Evening => At(zone.AtLeniently((local.TimeOfDay > TooNear ? local.Date.PlusDays(1) : local.Date).At(Evening)).ToInstant(), zone),
            _ => At(zone.AtLeniently(local.Date.PlusDays(1).At(due.InZone(zone).TimeOfDay)).ToInstant(), zone),
        };
    }

    private static Moment At(Instant instant, DateTimeZone zone)
    {
        var minute = instant.InZone(zone);
        var local = new LocalDateTime(minute.Year, minute.Month, minute.Day, minute.Hour, minute.Minute);
        return new Moment(local, true, zone.MapLocal(local) is { Count: 2 } twice && twice.Last().Offset == minute.Offset ? minute.Offset : null);
    }
}
