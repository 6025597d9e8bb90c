using System.Globalization;
using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Writes days and moments as the functions take them: wall time in the person's zone, an offset only where the hour comes twice.</summary>
internal static class Moments
{
    public static string Of(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(LocalDateTime at) =>
        at.ToString(at.Second == 0 ? "uuuu-MM-ddTHH:mm" : "uuuu-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    public static string Of(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Of(ZonedDateTime at) =>
        at.Zone.MapLocal(at.LocalDateTime).Count == 2
            ? Of(at.LocalDateTime) + at.Offset.ToString("+HH:mm", CultureInfo.InvariantCulture)
            : Of(at.LocalDateTime);
}
