using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>The parts of a content: text, signatures, calls, responses, pictures, sound and documents.</summary>
internal sealed class GeminiParts(Utf8JsonWriter json)
{
    private static readonly JsonSerializerOptions Values = AIJsonUtilities.DefaultOptions;

    /// <summary>Whether it is something that Gemini is told.</summary>
    public static bool Speaks(AIContent content) => content switch
    {
        TextContent text => text.Text.Length > 0,
        TextReasoningContent thought => thought.ProtectedData is { Length: > 0 },
        FunctionCallContent or DataContent or UriContent => true,
        _ => false,
    };

    public void Write(AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                WriteText(text.Text, null);
                break;
            case TextReasoningContent thought:
                WriteText(thought.Text, thought.ProtectedData, thought.Text.Length > 0);
                break;
            case DataContent data:
                WriteData(data);
                break;
            case UriContent link:
                WriteLink(link);
                break;
        }
    }

    /// <summary>Text whose last letters were signed: cut where Gemini had cut it.</summary>
    public void WriteSigned(string text, TextReasoningContent signature)
    {
        var letters = Math.Min(GeminiMarks.LettersSigned(signature), text.Length);
        if (letters < text.Length)
        {
            WriteText(text[..^letters], null);
        }

        WriteText(text[^letters..], signature.ProtectedData);
    }

    public void WriteCall(FunctionCallContent call, bool first)
    {
        json.WriteStartObject();
        json.WriteStartObject("functionCall");
        WriteId(call);
        json.WriteString("name", call.Name);
        json.WriteStartObject("args");
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            json.WritePropertyName(name);
            WriteValue(value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (GeminiMarks.SignatureOf(call, first) is { } signature)
        {
            json.WriteString("thoughtSignature", signature);
        }

        json.WriteEndObject();
    }

    public void WriteResponse(FunctionCallContent call, FunctionResultContent? result)
    {
        json.WriteStartObject();
        json.WriteStartObject("functionResponse");
        WriteId(call);
        json.WriteString("name", call.Name);
        json.WritePropertyName("response");
        WriteResult(result);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A response is an object: anything else stands in one.
    private void WriteResult(FunctionResultContent? result)
    {
        var value = result?.Result is { } given ? AsElement(given) : default;
        if (value.ValueKind == JsonValueKind.Object)
        {
            value.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        if (result is null || (result.Exception is not null && value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null))
        {
            json.WriteString("error", result is null ? "no result: the turn ended before it ran" : "the function failed");
        }
        else
        {
            json.WritePropertyName("result");
            WriteValue(value.ValueKind == JsonValueKind.Undefined ? null : value);
        }

        json.WriteEndObject();
    }

    private void WriteId(FunctionCallContent call)
    {
        if (GeminiMarks.IdOf(call) is { } id)
        {
            json.WriteString("id", id);
        }
    }

    private void WriteText(string text, string? signature, bool thought = false)
    {
        json.WriteStartObject();
        json.WriteString("text", text);
        if (thought)
        {
            json.WriteBoolean("thought", true);
        }

        if (signature is not null)
        {
            json.WriteString("thoughtSignature", signature);
        }

        json.WriteEndObject();
    }

    private void WriteData(DataContent data)
    {
        json.WriteStartObject();
        json.WriteStartObject("inlineData");
        json.WriteString("mimeType", data.MediaType);
        json.WriteBase64String("data", data.Data.Span);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteLink(UriContent link)
    {
        json.WriteStartObject();
        json.WriteStartObject("fileData");
        json.WriteString("mimeType", link.MediaType);
        json.WriteString("fileUri", link.Uri.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteValue(object? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            AsElement(value).WriteTo(json);
        }
    }

    private static JsonElement AsElement(object value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, Values.GetTypeInfo(value.GetType()));
}
