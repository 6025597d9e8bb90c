using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// Gemini gave no answer that can be used. The message names the fault, the HTTP status and Google's own code words; it never holds the key,
/// what the person said, or the text of Google's message, which quotes both.
/// </summary>
public sealed class GeminiException(GeminiFault fault, string? reason = null, Exception? inner = null) : Exception(null, inner)
{
    /// <summary>In what way.</summary>
    public GeminiFault Fault { get; } = fault;

    /// <summary>Google's code word: a status (<c>RESOURCE_EXHAUSTED</c>), a finish reason (<c>SAFETY</c>) or a block reason.</summary>
    public string? Reason { get; } = reason;

    /// <summary>The HTTP status, if an answer came.</summary>
    public int? Status { get; init; }

    /// <summary>How long Gemini asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Which quota was used up, e.g. <c>GenerateRequestsPerDayPerProjectPerModel-FreeTier</c>.</summary>
    public string? QuotaId { get; init; }

    /// <summary>What was spent before it failed, as far as Gemini said.</summary>
    public UsageDetails? Usage { get; internal set; }

    /// <inheritdoc />
    public override string Message => string.Join(' ', new[]
    {
        $"Gemini: {Fault}", Status is { } status ? $"HTTP {status}" : null, Reason, QuotaId,
        RetryAfter is { } wait ? FormattableString.Invariant($"again in {wait.TotalSeconds:0.#} s") : null,
    }.Where(part => part is not null));
}
