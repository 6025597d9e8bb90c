using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>Values that may have been through JSON: an element, a node, a string of JSON, or any object.</summary>
internal static class Json
{
    // A name that comes twice would only fail when it is looked at.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static JsonObject? Object(object? value) => Node(value) as JsonObject;

    public static JsonNode? Node(object? value)
    {
        try
        {
            return value switch
            {
                null => null,
                JsonNode node => node is JsonValue text && text.TryGetValue<string>(out var inner) ? Node(inner) : node,
                JsonElement { ValueKind: JsonValueKind.String } text => Node(text.GetString()),
                JsonElement element => JsonSerializer.SerializeToNode(element),
                string text => text.AsSpan().TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(text, documentOptions: Strict) : null,
                _ => JsonSerializer.SerializeToNode(value, value.GetType(), Web),
            };
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Text(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        JsonValue node when node.TryGetValue<string>(out var text) => text,
        JsonValue node => node.ToString(),
        _ => null,
    };

    /// <summary>A value as a JSON node, text kept as text.</summary>
    public static JsonNode? Value(object? value) => value switch
    {
        JsonNode node => node,
        JsonElement element => JsonSerializer.SerializeToNode(element),
        string text => JsonValue.Create(text),
        _ => Node(value),
    };

    /// <summary>A JSON value as the plain value that a call carries.</summary>
    public static object? Plain(JsonNode? node) => node is not JsonValue value ? node
        : value.TryGetValue<string>(out var text) ? text
        : value.TryGetValue<bool>(out var truth) ? truth
        : value.TryGetValue<int>(out var whole) ? whole
        : value.TryGetValue<decimal>(out var number) ? number
        : value.TryGetValue<double>(out var real) ? real
        : value.TryGetValue<JsonElement>(out var element) ? Plain(element) : value.ToString();

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Number => element.TryGetInt32(out var whole) ? whole : element.GetDecimal(),
        _ => null,
    };
}
