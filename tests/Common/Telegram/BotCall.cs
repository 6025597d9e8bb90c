using System.Globalization;
using System.Text.Json;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A call of the Bot API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="At">When it came.</param>
public sealed record BotCall(string Method, JsonElement Arguments, DateTimeOffset At)
{
    /// <summary>HTTP status of the answer; 0 while none was given.</summary>
    public int Status { get; internal set; }

    /// <summary>How it ended: <c>ok</c>, what the refusal says, <c>dropped</c>; null while it goes on.</summary>
    public string? Outcome { get; internal set; }

    /// <summary>Whether it was carried out, whatever the client heard of it.</summary>
    public bool Done { get; internal set; }

    /// <summary>The result, where it was carried out.</summary>
    public JsonElement Result { get; internal set; }

    /// <summary>The chat, or 0.</summary>
    public long Chat => Number("chat_id") ?? 0;

    /// <summary>The message that was edited or deleted, else the one that was sent; 0 if there is none.</summary>
    public int Message => (int)(Number("message_id") ?? (Result is { ValueKind: JsonValueKind.Object } result && result.TryGetProperty("message_id", out var id) ? id.GetInt64() : 0));

    /// <summary>The text as it was sent, marks included.</summary>
    public string? Text => String("text") ?? String("caption");

    internal IReadOnlyDictionary<string, BotUpload> Uploads { get; init; } = new Dictionary<string, BotUpload>();

    /// <summary>An argument that is text.</summary>
    public string? String(string name) => Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>An argument that is a number, or text that is one.</summary>
    public long? Number(string name) => Get(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetInt64(),
        { ValueKind: JsonValueKind.String } value when long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Whether an argument is there and true.</summary>
    public bool Is(string name) => Get(name) is { ValueKind: JsonValueKind.True };

    /// <summary>An argument.</summary>
    public JsonElement? Get(string name) => Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty(name, out var value) ? value : null;

    /// <inheritdoc />
    public override string ToString() => $"{At:HH:mm:ss.fff} {Method} {Arguments} → {Status} {Outcome}";
}

/// <summary>A file that came with a call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">What is in it.</param>
internal sealed record BotUpload(string Name, byte[] Bytes);
