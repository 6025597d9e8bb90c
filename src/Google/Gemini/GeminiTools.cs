using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>The functions that a request offers, and how free Gemini is in calling them.</summary>
internal static class GeminiTools
{
    // By tool, not by list: a turn offers some of the same sixty, and each is written once a process.
    private static readonly ConditionalWeakTable<AIFunctionDeclaration, byte[]> Written = [];

    public static void Write(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options?.Tools?.OfType<AIFunctionDeclaration>().ToList() is not { Count: > 0 } functions)
        {
            return;
        }

        json.WriteStartArray("tools");
        json.WriteStartObject();
        json.WriteStartArray("functionDeclarations");
        foreach (var function in functions)
        {
            json.WriteRawValue(Written.GetValue(function, Declaration), skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        WriteMode(json, options.ToolMode);
    }

    private static void WriteMode(Utf8JsonWriter json, ChatToolMode? mode)
    {
        var word = mode switch { AutoChatToolMode => "AUTO", NoneChatToolMode => "NONE", RequiredChatToolMode => "ANY", _ => null };
        if (word is null)
        {
            return;
        }

        json.WriteStartObject("toolConfig");
        json.WriteStartObject("functionCallingConfig");
        json.WriteString("mode", word);
        if (mode is RequiredChatToolMode { RequiredFunctionName: { } only })
        {
            json.WriteStartArray("allowedFunctionNames");
            json.WriteStringValue(only);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Declaration(AIFunctionDeclaration function)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, GeminiRequest.Writing))
        {
            json.WriteStartObject();
            json.WriteString("name", function.Name);
            json.WriteString("description", function.Description is { Length: > 0 } said ? said : function.Name);
            if (HasParameters(function.JsonSchema))
            {
                json.WritePropertyName("parametersJsonSchema");
                GeminiSchema.Write(json, function.JsonSchema);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static bool HasParameters(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object && properties.EnumerateObject().Any();
}
