using System.Collections.Frozen;
using System.Text.Json;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// A JSON schema with what Gemini takes and nothing else. The list stands in its contract (content.proto and generative_service.proto,
/// <c>response_json_schema</c>); Semantic Kernel writes keywords that are not on it.
/// </summary>
internal static class GeminiSchema
{
    private static readonly FrozenSet<string> Plain = FrozenSet.Create(
        "$id", "$ref", "$anchor", "type", "format", "title", "description", "minItems", "maxItems", "minimum", "maximum", "required", "propertyOrdering");

    public static void Write(Utf8JsonWriter json, JsonElement schema)
    {
        json.WriteStartObject();
        if (schema.ValueKind == JsonValueKind.Object)
        {
            var reference = schema.TryGetProperty("$ref", out _);
            foreach (var keyword in schema.EnumerateObject())
            {
                // Beside a reference only keywords with a dollar may stand.
                if (!reference || keyword.Name.StartsWith('$'))
                {
                    WriteKeyword(json, keyword.Name, keyword.Value);
                }
            }
        }

        json.WriteEndObject();
    }

    private static void WriteKeyword(Utf8JsonWriter json, string name, JsonElement value)
    {
        switch (name, value.ValueKind)
        {
            case ("properties" or "$defs", JsonValueKind.Object):
                json.WriteStartObject(name);
                foreach (var part in value.EnumerateObject())
                {
                    json.WritePropertyName(part.Name);
                    Write(json, part.Value);
                }

                json.WriteEndObject();
                break;
            case ("anyOf" or "oneOf" or "prefixItems", JsonValueKind.Array):
                WriteList(json, name, value.EnumerateArray(), Write);
                break;
            case ("additionalProperties", JsonValueKind.True or JsonValueKind.False):
                json.WriteBoolean(name, value.GetBoolean());
                break;
            case ("items" or "additionalProperties", _):
                json.WritePropertyName(name);
                Write(json, value);
                break;
            case ("enum", JsonValueKind.Array):
                WriteList(json, name, value.EnumerateArray().Where(IsChoice), static (json, choice) => choice.WriteTo(json));
                break;
            case ("const", _) when IsChoice(value):
                WriteList(json, "enum", [value], static (json, choice) => choice.WriteTo(json));
                break;
            default:
                if (Plain.Contains(name))
                {
                    json.WritePropertyName(name);
                    value.WriteTo(json);
                }

                break;
        }
    }

    // That a value may be null stands in its type; choices are words and numbers.
    private static bool IsChoice(JsonElement choice) => choice.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<JsonElement> values, Action<Utf8JsonWriter, JsonElement> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }
}
