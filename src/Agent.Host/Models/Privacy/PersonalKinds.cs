using System.Text.Json.Nodes;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Agent.Host.Models.Privacy;

/// <summary>Where each kind of data that can be switched off is found.</summary>
internal static class PersonalKinds
{
    private static readonly Dictionary<string, DataKind> OfPlugins = new(StringComparer.Ordinal)
    {
        ["health"] = DataKind.Health,
        ["gmail"] = DataKind.Mail,
        ["drive"] = DataKind.Files,
        ["contacts"] = DataKind.Contacts,
        ["memory"] = DataKind.Memories,
    };

    /// <summary>Properties of results of other plugins that hold such data.</summary>
    private static readonly Dictionary<string, DataKind> OfProperties = new(StringComparer.Ordinal)
    {
        ["checkIn"] = DataKind.Health,
    };

    /// <summary>The kind that a plugin holds; null for one that is never switched off.</summary>
    public static DataKind? OfPlugin(string plugin) => OfPlugins.TryGetValue(plugin, out var kind) ? kind : null;

    /// <summary>The kind that a function holds, as the planner names it (<c>plugin_function</c>) or the catalogue (<c>plugin.function</c>).</summary>
    public static DataKind? OfFunction(string function) => OfPlugin(function.Split('_', '.')[0]);

    /// <summary>A result without what is kept back; the kinds that it still holds are added to <paramref name="held"/>.</summary>
    public static JsonNode? Without(JsonNode? result, IReadOnlySet<DataKind> kept, ISet<DataKind> held) => result switch
    {
        JsonObject found when OfDeed(found) is { } kind =>
            Take(kind, held, kept) ? new JsonObject { ["withheld"] = Data.Code.Of(kind) } : found.DeepClone(),
        JsonObject found => new JsonObject(found.Where(property => !(OfProperties.TryGetValue(property.Key, out var kind) && property.Value is not null && Take(kind, held, kept)))
            .Select(property => KeyValuePair.Create(property.Key, Without(property.Value, kept, held)))),
        JsonArray list => new JsonArray([.. list.Select(item => Without(item, kept, held))]),
        _ => result?.DeepClone(),
    };

    /// <summary>Whether a result holds something of what is kept back.</summary>
    public static bool Holds(JsonNode? result, IReadOnlySet<DataKind> kept)
    {
        var held = new HashSet<DataKind>();
        Without(result, new HashSet<DataKind>(), held);
        return held.Overlaps(kept);
    }

    /// <summary>The kind of the deed that an object tells of: by its function, or by that of the action which it explains.</summary>
    private static DataKind? OfDeed(JsonObject found) =>
        (found["function"] ?? (found["action"] as JsonObject)?["function"]) is JsonValue named && named.TryGetValue<string>(out var function) ? OfFunction(function) : null;

    /// <summary>Whether it is kept back; else it is noted as held.</summary>
    private static bool Take(DataKind kind, ISet<DataKind> held, IReadOnlySet<DataKind> kept)
    {
        if (kept.Contains(kind))
        {
            return true;
        }

        held.Add(kind);
        return false;
    }
}
