using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Google.Gemini;

/// <summary>Google's error bodies: <c>{"error":{"code","message","status","details":[RetryInfo, QuotaFailure, ErrorInfo]}}</c>, sometimes in an array.</summary>
internal static partial class GeminiErrors
{
    private const int MostBytes = 64 * 1024;

    public static async Task<GeminiException> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var header = response.Headers.RetryAfter;
        var retryAfter = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);
        return From((int)response.StatusCode, await BodyAsync(response, cancellationToken), retryAfter);
    }

    /// <summary>The fault that an error body tells of.</summary>
    public static GeminiException From(int status, JsonElement? body, TimeSpan? retryAfter = null)
    {
        var error = Error(body);
        var details = Get(error, "details") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
        var quotaId = Quota(details);
        return new GeminiException(FaultOf(status, details, quotaId), Word(Get(error, "status")))
        {
            Status = status,
            QuotaId = quotaId,
            RetryAfter = details.Select(detail => Seconds(Of(detail, "google.rpc.RetryInfo", "retryDelay"))).FirstOrDefault(wait => wait is not null)
                ?? (retryAfter > TimeSpan.Zero ? retryAfter : null),
        };
    }

    /// <summary>The fault that stands in a chunk of a stream whose head was well.</summary>
    public static GeminiException InStream(JsonElement error)
    {
        var code = Get(error, "code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 500;
        return From(code, error);
    }

    private static GeminiFault FaultOf(int status, List<JsonElement> details, string? quotaId) => status switch
    {
        400 when details.Any(detail => Word(Of(detail, "google.rpc.ErrorInfo", "reason")) == "API_KEY_INVALID") => GeminiFault.Key,
        401 or 403 => GeminiFault.Key,
        429 when quotaId?.Contains("PerDay", StringComparison.Ordinal) == true => GeminiFault.DailyQuota,
        429 => GeminiFault.Quota,
        408 or 499 or >= 500 => GeminiFault.Unavailable,
        _ => GeminiFault.Rejected,
    };

    // Of several quotas the day's counts: it is the one that does not come back soon.
    private static string? Quota(List<JsonElement> details)
    {
        var ids = details.Select(detail => Of(detail, "google.rpc.QuotaFailure", "violations"))
            .Where(violations => violations?.ValueKind == JsonValueKind.Array).SelectMany(violations => violations!.Value.EnumerateArray())
            .Select(violation => Word(Get(violation, "quotaId"))).OfType<string>().ToList();
        return ids.Find(id => id.Contains("PerDay", StringComparison.Ordinal)) ?? ids.FirstOrDefault();
    }

    private static JsonElement? Error(JsonElement? body)
    {
        if (body is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
        {
            body = list[0];
        }

        return Get(body, "error") ?? body;
    }

    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception unread) when (unread is JsonException or HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static JsonElement? Of(JsonElement detail, string type, string field) =>
        Get(detail, "@type") is { ValueKind: JsonValueKind.String } name && name.GetString()!.EndsWith(type, StringComparison.Ordinal) ? Get(detail, field) : null;

    private static JsonElement? Get(JsonElement? thing, string name) =>
        thing is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var value) ? value : null;

    private static TimeSpan? Seconds(JsonElement? duration)
    {
        var text = duration is { ValueKind: JsonValueKind.String } words ? words.GetString()! : "";
        return text.EndsWith('s') && double.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;
    }

    // Only a code word is passed on; a sentence may hold what the person said.
    private static string? Word(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && CodeWord().IsMatch(text.GetString()!) ? text.GetString() : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{1,100}$")]
    private static partial Regex CodeWord();
}
