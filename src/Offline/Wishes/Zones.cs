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
        ["madri"] = "Europe/Madrid", ["roma"] = "Europe/Rome", ["porto"] = "Europe/Lisbon", ["coimbra"] = "Europe/Lisbon", ["braga"] = "Europe/Lisbon", ["barcelona"] = "Europe/Madrid", ["milao"] = "Europe/Rome", ["viena"] = "Europe/Vienna",
        ["munique"] = "Europe/Berlin", ["munich"] = "Europe/Berlin", ["frankfurt"] = "Europe/Berlin", ["genebra"] = "Europe/Zurich", ["geneva"] = "Europe/Zurich", ["zurique"] = "Europe/Zurich", ["bruxelas"] = "Europe/Brussels", ["copenhague"] = "Europe/Copenhagen",
        ["estocolmo"] = "Europe/Stockholm", ["moscou"] = "Europe/Moscow", ["dublim"] = "Europe/Dublin", ["atenas"] = "Europe/Athens", ["praga"] = "Europe/Prague", ["varsovia"] = "Europe/Warsaw", ["edimburgo"] = "Europe/London", ["edinburgh"] = "Europe/London", ["manchester"] = "Europe/London",
        ["florianopolis"] = "America/Sao_Paulo", ["floripa"] = "America/Sao_Paulo", ["vitoria"] = "America/Sao_Paulo", ["goiania"] = "America/Sao_Paulo", ["campinas"] = "America/Sao_Paulo", ["santos"] = "America/Sao_Paulo", ["joinville"] = "America/Sao_Paulo", ["bh"] = "America/Sao_Paulo",
        ["sp"] = "America/Sao_Paulo", ["sampa"] = "America/Sao_Paulo", ["natal"] = "America/Fortaleza", ["joao pessoa"] = "America/Fortaleza", ["teresina"] = "America/Fortaleza", ["sao luis"] = "America/Fortaleza", ["aracaju"] = "America/Maceio", ["palmas"] = "America/Araguaina",
        ["macapa"] = "America/Belem", ["brasil"] = "America/Sao_Paulo", ["brazil"] = "America/Sao_Paulo", ["miami"] = "America/New_York", ["orlando"] = "America/New_York", ["boston"] = "America/New_York", ["washington"] = "America/New_York", ["atlanta"] = "America/New_York",
        ["nyc"] = "America/New_York", ["san francisco"] = "America/Los_Angeles", ["sao francisco"] = "America/Los_Angeles", ["seattle"] = "America/Los_Angeles", ["la"] = "America/Los_Angeles", ["houston"] = "America/Chicago", ["austin"] = "America/Chicago", ["dallas"] = "America/Chicago",
        ["cidade do mexico"] = "America/Mexico_City", ["bogota"] = "America/Bogota", ["buenos aires"] = "America/Argentina/Buenos_Aires", ["montevideu"] = "America/Montevideo", ["santiago do chile"] = "America/Santiago", ["pequim"] = "Asia/Shanghai", ["beijing"] = "Asia/Shanghai",
        ["xangai"] = "Asia/Shanghai", ["cingapura"] = "Asia/Singapore", ["nova delhi"] = "Asia/Kolkata", ["mumbai"] = "Asia/Kolkata", ["sidney"] = "Australia/Sydney", ["luanda"] = "Africa/Luanda", ["maputo"] = "Africa/Maputo", ["cidade do cabo"] = "Africa/Johannesburg", ["osaka"] = "Asia/Tokyo",
    }.ToFrozenDictionary();

    /// <summary>The zone's id, or the words themselves: the function says then that it does not know them.</summary>
    public static string Of(string words) => Known(words) ?? words;

    /// <summary>The zone's id, or null for a place that is not known.</summary>
    public static string? Known(string words)
    {
        var folded = Normalizer.Fold(words).Trim(' ', '.', '!');
        folded = folded.StartsWith("de ", StringComparison.Ordinal) || folded.StartsWith("o de ", StringComparison.Ordinal) ? folded[(folded.IndexOf("de ", StringComparison.Ordinal) + 3)..] : folded;
        if (Places.TryGetValue(folded, out var known))
        {
            return known;
        }

        var id = folded.Replace(' ', '_');
        return DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(zone => zone.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(zone => zone.EndsWith('/' + id, StringComparison.OrdinalIgnoreCase));
    }
}
