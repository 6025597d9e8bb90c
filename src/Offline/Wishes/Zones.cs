using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>IANA zones by id or by the last part of it, and some places by the names that people use.</summary>
internal static class Zones
{
    private static readonly FrozenDictionary<string, string> Places = new Dictionary<string, string>
    {
        ["brasilia"] = "America/Sao_Paulo", ["rio de janeiro"] = "America/Sao_Paulo", ["rio"] = "America/Sao_Paulo", ["belo horizonte"] = "America/Sao_Paulo",
        ["curitiba"] = "America/Sao_Paulo", ["porto alegre"] = "America/Sao_Paulo", ["salvador"] = "America/Bahia", ["lisboa"] = "Europe/Lisbon", ["portugal"] = "Europe/Lisbon",
        ["londres"] = "Europe/London", ["nova york"] = "America/New_York", ["nova iorque"] = "America/New_York", ["toquio"] = "Asia/Tokyo", ["berlim"] = "Europe/Berlin",
        ["madri"] = "Europe/Madrid", ["roma"] = "Europe/Rome",
    }.ToFrozenDictionary();

    /// <summary>The zone's id, or the words themselves: the function says then that it does not know them.</summary>
    public static string Of(string words)
    {
        var folded = Normalizer.Fold(words).Trim(' ', '.');
        folded = folded.StartsWith("de ", StringComparison.Ordinal) || folded.StartsWith("o de ", StringComparison.Ordinal) ? folded[(folded.IndexOf("de ", StringComparison.Ordinal) + 3)..] : folded;
        if (Places.TryGetValue(folded, out var known))
        {
            return known;
        }

        var id = folded.Replace(' ', '_');
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(zone => zone.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(zone => zone.EndsWith('/' + id, StringComparison.OrdinalIgnoreCase))
            ?? words;
    }
}
