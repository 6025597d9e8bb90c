using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Gemini;

/// <summary>
/// One answer of the fake: chunks of parts, or a fault. Changed by <c>with</c>: <c>GeminiAnswer.Say("Oi.") with { Cut = true }</c>.
/// Asked for as a whole, its chunks are sent as one.
/// </summary>
public sealed record GeminiAnswer
{
    /// <summary>The parts of each chunk, as the wire has them.</summary>
    public IReadOnlyList<JsonObject[]> Chunks { get; init; } = [];

    /// <summary>The finish reason of the last chunk; null leaves it away.</summary>
    public string? Finish { get; init; } = "STOP";

    /// <summary>Why the prompt was blocked: then there is no candidate.</summary>
    public string? BlockReason { get; init; }

    /// <summary>Tokens: of the prompt, of the answer, of thoughts, and of the prompt from a cache.</summary>
    public (int Prompt, int Candidates, int Thoughts, int Cached)? Usage { get; init; } = (100, 10, 5, 20);

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A body instead of all that: sent as it is. In a stream each line is one event.</summary>
    public string? Body { get; init; }

    /// <summary>Headers beside.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The wait before the head.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The wait before each chunk but the first.</summary>
    public TimeSpan ChunkDelay { get; init; }

    /// <summary>Whether the connection breaks after the last chunk.</summary>
    public bool Cut { get; init; }

    /// <summary>Whether nothing more comes after the last chunk, and the connection stays.</summary>
    public bool Hang { get; init; }

    /// <summary>Whether the head comes at all.</summary>
    public bool Silent { get; init; }

    /// <summary>Whether the connection is dropped before the head.</summary>
    public bool Dropped { get; init; }

    /// <summary>Whether calls carry an id.</summary>
    public bool Ids { get; init; } = true;

    /// <summary>Whether the first call, and the last text of an answer without calls, carry a signature.</summary>
    public bool Signed { get; init; } = true;

    /// <summary>Words, a chunk each.</summary>
    public static GeminiAnswer Say(params string[] chunks) => new() { Chunks = [.. chunks.Select(text => new[] { Text(text) })] };

    /// <summary>Calls, all in one chunk: parallel ones.</summary>
    public static GeminiAnswer Call(params (string Function, object Arguments)[] calls) =>
        new() { Chunks = [[.. calls.Select(call => Call(call.Function, JsonSerializer.SerializeToNode(call.Arguments, JsonSerializerOptions.Web)))]] };

    /// <summary>Words, then calls, then words, a chunk each.</summary>
    public static GeminiAnswer SayAndCall(string before, (string Function, object Arguments)[] calls, string after = "") => new()
    {
        Chunks = [[Text(before)], .. Call(calls).Chunks, .. after.Length > 0 ? new JsonObject[][] { [Text(after)] } : []],
    };

    /// <summary>A text part.</summary>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>A call part; the arguments may be anything, also what Gemini should never send.</summary>
    public static JsonObject Call(string function, JsonNode? arguments) =>
        new() { ["functionCall"] = new JsonObject { ["name"] = function.Replace('.', '_'), ["args"] = arguments } };

    /// <summary>An error with Google's body.</summary>
    public static GeminiAnswer Error(int status, string word, params JsonObject[] details) => new()
    {
        Status = status,
        Body = new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = status, ["message"] = "The fake says no.", ["status"] = word,
                ["details"] = new JsonArray([.. details.Select(detail => (JsonNode)detail)]),
            },
        }.ToJsonString(),
    };

    /// <summary>500.</summary>
    public static GeminiAnswer Broken() => Error(500, "INTERNAL");

    /// <summary>503.</summary>
    public static GeminiAnswer Overloaded() => Error(503, "UNAVAILABLE");

    /// <summary>429 for the moment, which asks to wait.</summary>
    public static GeminiAnswer TooMany(string retryDelay = "0.01s", string quotaId = "GenerateRequestsPerMinutePerProjectPerModel-FreeTier") =>
        Error(429, "RESOURCE_EXHAUSTED", QuotaFailure(quotaId), RetryInfo(retryDelay));

    /// <summary>429 for the day. It names a delay as well, which is of no use.</summary>
    public static GeminiAnswer DayIsOver() => TooMany("0.01s", "GenerateRequestsPerDayPerProjectPerModel-FreeTier");

    /// <summary>When to ask again.</summary>
    public static JsonObject RetryInfo(string delay) => new() { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = delay };

    /// <summary>Which quota was used up.</summary>
    public static JsonObject QuotaFailure(string quotaId) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
        ["violations"] = new JsonArray(new JsonObject
        {
            ["quotaMetric"] = "generativelanguage.googleapis.com/generate_content_free_tier_requests",
            ["quotaId"] = quotaId, ["quotaDimensions"] = new JsonObject { ["location"] = "global" }, ["quotaValue"] = "20",
        }),
    };
}
