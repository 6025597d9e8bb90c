using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>When and where the person spoke.</summary>
internal sealed record TimeContext(ZonedDateTime Now)
{
    /// <summary>True where 2/3 is the third of February.</summary>
    public bool MonthFirst { get; init; }

    public LocalDate Today => Now.Date;
    public LocalTime Time => Now.TimeOfDay;

    /// <summary>Reads the turn's context; without a usable one the moment is unknown and null comes back.</summary>
    public static TimeContext? Read(string? now, string? zone)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(now ?? "");
        if (!parsed.Success)
        {
            return DateTimeOffset.TryParse(now, CultureInfo.InvariantCulture, out var loose)
                ? At(loose, zone, OffsetDateTime.FromDateTimeOffset(loose).Offset)
                : null;
        }

        return At(parsed.Value.ToDateTimeOffset(), zone, parsed.Value.Offset);
    }

    public TimeContext Saying(DateTimeOffset at) => new(Instant.FromDateTimeOffset(at).InZone(Now.Zone));

    private static TimeContext At(DateTimeOffset at, string? zone, Offset offset) =>
        new(Instant.FromDateTimeOffset(at).InZone(
            DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone ?? "") ?? DateTimeZone.ForOffset(offset)));
}
