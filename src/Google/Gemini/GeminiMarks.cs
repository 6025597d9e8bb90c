using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// What Gemini wants back with its own words, and where it stands in the meantime: beside the content, so that it outlives our storage. A
/// signature of a call stands in its properties; one of text follows it as a reasoning content without text, which says how many letters of
/// the text before it were signed, so that parts come back cut as they came.
/// </summary>
internal static class GeminiMarks
{
    /// <summary>
    /// Google's own word for a call that Gemini did not make (an offline planner's, an approved one): it is let through without a signature.
    /// https://ai.google.dev/gemini-api/docs/thought-signatures
    /// </summary>
    public const string Foreign = "skip_thought_signature_validator";

    private const string Signature = "thoughtSignature";
    private const string ServerId = "geminiCallId";
    private const string SignedLetters = "signedLetters";

    public static FunctionCallContent Mark(FunctionCallContent call, string? serverId, string? signature)
    {
        call.AdditionalProperties = new AdditionalPropertiesDictionary { [ServerId] = serverId ?? "" };
        if (signature is not null)
        {
            call.AdditionalProperties[Signature] = signature;
        }

        return call;
    }

    public static TextReasoningContent SignedText(string signature, int letters) => new("")
    {
        ProtectedData = signature,
        AdditionalProperties = new AdditionalPropertiesDictionary { [SignedLetters] = letters },
    };

    public static bool IsSignature(AIContent? content) => content is TextReasoningContent { Text: "", ProtectedData: { Length: > 0 } };

    public static int LettersSigned(AIContent signature) => Value(signature, SignedLetters) switch
    {
        int letters => letters,
        JsonElement { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var letters) => letters,
        _ => 0,
    };

    /// <summary>The id that the server gave the call; null where it gave none.</summary>
    public static string? IdOf(FunctionCallContent call) => Text(call, ServerId) is { Length: > 0 } id ? id : null;

    /// <summary>The signature to be sent with a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">Whether it is the first of its answer: only that one must have one.</param>
    public static string? SignatureOf(FunctionCallContent call, bool first) =>
        Text(call, Signature) ?? (first && Value(call, ServerId) is null ? Foreign : null);

    private static string? Text(AIContent content, string key) => Value(content, key) switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        _ => null,
    };

    private static object? Value(AIContent content, string key) => content.AdditionalProperties?.GetValueOrDefault(key);
}
