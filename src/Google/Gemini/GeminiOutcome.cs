using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>What a finish reason means. The words are those of <c>Candidate.FinishReason</c>; one that is not among them counts as untold.</summary>
internal static class GeminiOutcome
{
    /// <summary>How the answer ended, or the fault that its end is.</summary>
    /// <param name="finish">Gemini's word.</param>
    /// <param name="calls">Whether it calls functions.</param>
    /// <param name="text">Whether it says anything.</param>
    public static (ChatFinishReason Finish, GeminiFault? Fault) Of(string finish, bool calls, bool text) => finish switch
    {
        "STOP" when calls => (ChatFinishReason.ToolCalls, null),
        "STOP" => (ChatFinishReason.Stop, text ? null : GeminiFault.Empty),
        "MAX_TOKENS" => (ChatFinishReason.Length, text && !calls ? null : GeminiFault.TooLong),
        "SAFETY" or "RECITATION" or "LANGUAGE" or "BLOCKLIST" or "PROHIBITED_CONTENT" or "SPII" or "IMAGE_SAFETY"
            or "IMAGE_PROHIBITED_CONTENT" or "IMAGE_RECITATION" => (ChatFinishReason.ContentFilter, GeminiFault.Blocked),
        "MALFORMED_FUNCTION_CALL" or "UNEXPECTED_TOOL_CALL" or "TOO_MANY_TOOL_CALLS" or "MALFORMED_RESPONSE"
            => (ChatFinishReason.Stop, GeminiFault.Malformed),
        _ => (ChatFinishReason.Stop, GeminiFault.Stopped),
    };
}
