namespace TbPersonalOs.Common.Telegram;

/// <summary>How a call goes wrong.</summary>
/// <param name="Status">HTTP status; 0 drops the connection, 200 is right, only late.</param>
/// <param name="Description">What the answer says.</param>
public sealed record BotFault(int Status, string Description = "")
{
    /// <summary>Seconds that a 429 asks to wait.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Whether the call is carried out all the same, before it goes wrong.</summary>
    public bool After { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Slow { get; init; }

    /// <summary>What the answer waits for.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>Breaks the connection without an answer: before the call was carried out, or after it.</summary>
    public static BotFault Drop(bool after = false) => new(0) { After = after };

    /// <summary>Too many requests.</summary>
    public static BotFault Flood(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };

    /// <summary>The person has blocked the bot.</summary>
    public static BotFault Blocked() => new(403, "Forbidden: bot was blocked by the user");

    /// <summary>Telegram is down for a moment.</summary>
    public static BotFault BadGateway() => new(502, "Bad Gateway");

    /// <summary>The call is carried out, the answer comes late.</summary>
    public static BotFault Late(TimeSpan slow) => new(200) { After = true, Slow = slow };

    /// <summary>The call is carried out, the answer comes when the test says so.</summary>
    public static BotFault Held(Task until) => new(200) { After = true, Until = until };
}

/// <summary>A refusal in Telegram's words.</summary>
internal sealed class BotRefusal(int status, string description) : Exception(description)
{
    public int Status => status;

    public int? RetryAfter { get; init; }

    public long? MigratedTo { get; init; }

    public static BotRefusal Bad(string why) => new(400, $"Bad Request: {why}");

    public static BotRefusal Forbidden(string why) => new(403, $"Forbidden: {why}");
}
