using NodaTime;
using NodaTime.TimeZones;

namespace TbPersonalOs.Plugins.Profile;

/// <summary>Reads a zone as people write it: its IANA name, or the city that it is named after.</summary>
internal static class Zones
{
    private const int MostNamed = 5;
    private static readonly Texts Text = new(typeof(Zones));

    /// <summary>Cities that have no zone of their own, or another name there.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["lisboa"] = "Europe/Lisbon",
        ["brasilia"] = "America/Sao_Paulo",
        ["rio de janeiro"] = "America/Sao_Paulo",
        ["belo horizonte"] = "America/Sao_Paulo",
        ["curitiba"] = "America/Sao_Paulo",
        ["porto alegre"] = "America/Sao_Paulo",
        ["florianopolis"] = "America/Sao_Paulo",
        ["salvador"] = "America/Bahia",
        ["natal"] = "America/Fortaleza",
        ["porto"] = "Europe/Lisbon",
        ["nova york"] = "America/New_York",
        ["nova iorque"] = "America/New_York",
        ["londres"] = "Europe/London",
        ["paris"] = "Europe/Paris",
        ["madri"] = "Europe/Madrid",
        ["berlim"] = "Europe/Berlin",
        ["roma"] = "Europe/Rome",
        ["toquio"] = "Asia/Tokyo",
        ["fernando de noronha"] = "America/Noronha",
        ["assuncao"] = "America/Asuncion",
        ["acores"] = "Atlantic/Azores",
    };

    /// <summary>The zone's IANA name.</summary>
    /// <exception cref="ToolException">invalid, with zones whose name comes near.</exception>
    public static string Read(string zone)
    {
        var wanted = zone.Trim();
        if (TzdbDateTimeZoneSource.Default.GetIds().FirstOrDefault(id => id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } exact
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(exact) is not null)
        {
            return exact;
        }

        var city = City(wanted);
        if (Others.GetValueOrDefault(city) is { } known)
        {
            return known;
        }

        var named = Places().Where(place => City(place[(place.LastIndexOf('/') + 1)..]) == city).ToList();
        return named.Count == 1 ? named[0] : throw Unknown(wanted, named.Count > 0 ? named : Near(city));
    }

    /// <summary>Zones that are places, each under its present name.</summary>
    private static IEnumerable<string> Places() => TzdbDateTimeZoneSource.Default.CanonicalIdMap
        .Where(id => id.Key == id.Value && id.Key.Contains('/') && !id.Key.StartsWith("Etc/", StringComparison.Ordinal))
        .Select(id => id.Key);

    private static List<string> Near(string city) =>
        city.Length < 3 ? [] : [.. Places().Where(place => City(place).Contains(city, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string City(string name) => WordMatch.Plain(name).Replace('_', ' ').Replace('-', ' ').Trim();

    private static ToolException Unknown(string zone, List<string> near) => new(ErrorCode.Invalid,
        near.Count == 0 ? Text["UnknownZone", zone] : Text["WhichZone", zone, string.Join(", ", near.Take(MostNamed))])
    {
        Parameter = "zone",
    };
}
