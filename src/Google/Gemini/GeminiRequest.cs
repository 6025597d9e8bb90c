using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>A <c>GenerateContentRequest</c> as JSON: who it is, what was said, what it may call, how it is to answer.</summary>
internal static class GeminiRequest
{
    /// <summary>Accents stay one letter each instead of six.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(IEnumerable<ChatMessage> messages, ChatOptions? options, GeminiOptions settings)
    {
        var said = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            WriteSystem(json, said, options?.Instructions);
            new GeminiContents(json, said).Write();
            GeminiTools.Write(json, options);
            WriteGeneration(json, options, settings);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteSystem(Utf8JsonWriter json, IReadOnlyList<ChatMessage> said, string? instructions)
    {
        var texts = said.Where(message => message.Role == ChatRole.System).Select(message => message.Text)
            .Prepend(instructions).Where(text => !string.IsNullOrEmpty(text)).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartObject("systemInstruction");
        json.WriteStartArray("parts");
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGeneration(Utf8JsonWriter json, ChatOptions? options, GeminiOptions settings)
    {
        json.WriteStartObject("generationConfig");
        WriteNumber(json, "temperature", options?.Temperature);
        WriteNumber(json, "topP", options?.TopP);
        WriteNumber(json, "topK", options?.TopK);
        WriteNumber(json, "presencePenalty", options?.PresencePenalty);
        WriteNumber(json, "frequencyPenalty", options?.FrequencyPenalty);
        WriteNumber(json, "maxOutputTokens", options?.MaxOutputTokens ?? settings.MaxOutputTokens);
        // The contract's seed has 32 bits.
        WriteNumber(json, "seed", options?.Seed is { } seed ? unchecked((int)seed) : null);
        WriteStops(json, options?.StopSequences);
        WriteFormat(json, options?.ResponseFormat);
        if (settings.ThinkingBudget is { } thoughts)
        {
            json.WriteStartObject("thinkingConfig");
            json.WriteNumber("thinkingBudget", thoughts);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteStops(Utf8JsonWriter json, IList<string>? stops)
    {
        if (stops is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartArray("stopSequences");
        foreach (var stop in stops)
        {
            json.WriteStringValue(stop);
        }

        json.WriteEndArray();
    }

    private static void WriteFormat(Utf8JsonWriter json, ChatResponseFormat? format)
    {
        if (format is not ChatResponseFormatJson wanted)
        {
            return;
        }

        json.WriteString("responseMimeType", "application/json");
        if (wanted.Schema is { } schema)
        {
            json.WritePropertyName("responseJsonSchema");
            GeminiSchema.Write(json, schema);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, float? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
