using System.Text.Json;

namespace TbPersonalOs.Common.Gemini;

/// <summary>A request that the fake received.</summary>
/// <param name="Method"><c>generateContent</c>, <c>streamGenerateContent</c> or <c>batchEmbedContents</c>.</param>
/// <param name="Model">The model of the path, without <c>models/</c>.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Its headers, without the key.</param>
/// <param name="Text">The body as it came.</param>
/// <param name="Body">The body as JSON; undefined if it is none.</param>
public sealed record GeminiAsked(
    string Method, string Model, string Path, IReadOnlyDictionary<string, string> Headers, string Text, JsonElement Body)
{
    /// <summary>The conversation.</summary>
    public IReadOnlyList<JsonElement> Contents => Elements(Body, "contents");

    /// <summary>The texts to be made vectors of.</summary>
    public IReadOnlyList<string> Texts =>
        [.. Elements(Body, "requests").Select(request => string.Concat(Parts(request.GetProperty("content")).Select(part => Get(part, "text")?.GetString())))];

    /// <summary>Where the turn at hand begins: the last content of the user that holds something else than responses.</summary>
    public int TurnStart => Contents.ToList().FindLastIndex(content => Role(content) == "user" && !Parts(content).Any(IsResponse));

    /// <summary>How often the model has answered in this turn.</summary>
    public int Round => Contents.Skip(TurnStart + 1).Count(content => Role(content) == "model");

    /// <summary>What was said in this turn.</summary>
    public string Said => string.Join('\n', Contents.Skip(Math.Max(TurnStart, 0)).Where(content => Role(content) == "user")
        .SelectMany(Parts).Select(part => Get(part, "text")?.GetString()).OfType<string>());

    /// <summary>What the system instruction says.</summary>
    public string System => Get(Body, "systemInstruction") is { } told ? string.Join('\n', Parts(told).Select(part => Get(part, "text")?.GetString())) : "";

    /// <summary>The functions that it offers.</summary>
    public IReadOnlyList<string> Offered =>
        [.. Elements(Body, "tools").SelectMany(tool => Elements(tool, "functionDeclarations")).Select(function => function.GetProperty("name").GetString()!)];

    /// <summary>What came back from the calls of this turn.</summary>
    public IReadOnlyList<JsonElement> Responses =>
        [.. Contents.Skip(TurnStart + 1).SelectMany(Parts).Where(IsResponse).Select(part => part.GetProperty("functionResponse"))];

    internal static string? Role(JsonElement content) => Get(content, "role") is { ValueKind: JsonValueKind.String } role ? role.GetString() : null;

    internal static IReadOnlyList<JsonElement> Parts(JsonElement content) => Elements(content, "parts");

    internal static bool IsCall(JsonElement part) => Get(part, "functionCall") is not null;

    internal static bool IsResponse(JsonElement part) => Get(part, "functionResponse") is not null;

    internal static JsonElement? Get(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) ? value : null;

    internal static IReadOnlyList<JsonElement> Elements(JsonElement thing, string name) =>
        Get(thing, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
}
