using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data.Profiles;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>The hours in which a person wants to be left alone; none where they end as they begin.</summary>
internal sealed record QuietHours(LocalTime From, LocalTime To, DateTimeZone Zone)
{
    public static QuietHours Of(Profile profile, DateTimeZone zone) => new(profile.QuietFrom.ToLocalTime(), profile.QuietTo.ToLocalTime(), zone);

    /// <summary>Whether they are on.</summary>
    public bool Contain(Instant instant)
    {
        var time = instant.InZone(Zone).TimeOfDay;
        return From <= To ? From <= time && time < To : From <= time || time < To;
    }

    /// <summary>Their first end after an instant.</summary>
    public Instant EndAfter(Instant instant)
    {
        var today = instant.InZone(Zone).Date;
        var end = Zone.AtLeniently(today.At(To)).ToInstant();
        return end > instant ? end : Zone.AtLeniently(today.PlusDays(1).At(To)).ToInstant();
    }
}
