using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Names and hashes by which two calls are found to be one.</summary>
internal static class ActionKey
{
    public static string OfTurn(Guid turn, int round, int position) => $"turn:{turn:N}:{round}:{position}";

    public static string OfDoor(Doors door, string? idempotencyKey) =>
        idempotencyKey is null ? $"call:{Guid.CreateVersion7():N}" : $"{door.ToString().ToLowerInvariant()}:{idempotencyKey}";

    /// <summary>SHA-256 (hex) of a function and its arguments, whatever their order.</summary>
    public static string Hash(string function, JsonObject arguments)
    {
        var ordered = new JsonObject(arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{function}\n{ordered.ToJsonString(ToolJson.Options)}")));
    }
}
