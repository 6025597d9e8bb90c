using System.Text.Json;
using System.Text.Json.Serialization;

namespace TbPersonalOs.Google.Gemini;

/// <summary>An answer, or one chunk of it (<c>GenerateContentResponse</c>), as far as it is read.</summary>
internal sealed record GeminiChunk(
    IReadOnlyList<GeminiCandidate>? Candidates, GeminiPromptFeedback? PromptFeedback, GeminiUsage? UsageMetadata,
    string? ModelVersion, string? ResponseId, JsonElement? Error);

internal sealed record GeminiCandidate(GeminiContent? Content, string? FinishReason);

internal sealed record GeminiContent(IReadOnlyList<GeminiPart>? Parts);

internal sealed record GeminiPart(string? Text, bool Thought, string? ThoughtSignature, GeminiCall? FunctionCall, GeminiBlob? InlineData);

internal sealed record GeminiCall(string? Id, string? Name, JsonElement? Args);

internal sealed record GeminiBlob(string? MimeType, byte[]? Data);

internal sealed record GeminiPromptFeedback(string? BlockReason);

/// <summary>Cumulative in a stream.</summary>
internal sealed record GeminiUsage(
    long? PromptTokenCount, long? CachedContentTokenCount, long? CandidatesTokenCount, long? ToolUsePromptTokenCount,
    long? ThoughtsTokenCount, long? TotalTokenCount);

/// <summary><c>BatchEmbedContentsResponse</c>.</summary>
internal sealed record GeminiVectors(IReadOnlyList<GeminiVector>? Embeddings);

internal sealed record GeminiVector(float[]? Values);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GeminiChunk))]
[JsonSerializable(typeof(GeminiVectors))]
internal sealed partial class GeminiJson : JsonSerializerContext;
