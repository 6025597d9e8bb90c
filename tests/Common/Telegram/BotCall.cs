using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A call of the Bot API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="At">When it came.</param>
public sealed record BotCall(string Method, JsonObject Arguments, DateTimeOffset At)
{
    /// <summary>HTTP status of the answer; 0 where none was given.</summary>
    public int Status { get; internal set; }

    /// <summary>The chat, or 0.</summary>
    public long Chat => Arguments["chat_id"] is { } chat ? chat.GetValueKind() == System.Text.Json.JsonValueKind.Number ? chat.GetValue<long>() : long.Parse(chat.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture) : 0;
}

/// <summary>How a call goes wrong.</summary>
/// <param name="Status">HTTP status; 0 drops the connection.</param>
/// <param name="Description">What the answer says.</param>
public sealed record BotFault(int Status, string Description)
{
    /// <summary>Seconds that a 429 asks to wait.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether the call is carried out all the same.</summary>
    public bool After { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>Breaks the connection without an answer.</summary>
    public static BotFault Drop(bool after = false) => new(0, "") { After = after };

    /// <summary>Too many requests.</summary>
    public static BotFault Flood(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    /// <summary>The answer comes late, and is right.</summary>
    public static BotFault Late(TimeSpan slow) => new(200, "") { After = true, Slow = slow };
}
