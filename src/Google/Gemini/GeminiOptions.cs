namespace TbPersonalOs.Google.Gemini;

/// <summary>How Gemini is reached. Read again at each request, so that a new key or model works without a restart.</summary>
public sealed record GeminiOptions
{
    /// <summary>The section of the configuration: <c>Gemini__ApiKey</c>, <c>Gemini__BaseUrl</c> and so on.</summary>
    public const string Section = "Gemini";

    /// <summary>The key; it leaves only in the header <c>x-goog-api-key</c>.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Where the API is, without <c>v1beta</c>; a proxy or an emulator may stand there.</summary>
    public Uri BaseUrl { get; init; } = new("https://generativelanguage.googleapis.com/");

    /// <summary>The model that answers, with or without <c>models/</c> before it.</summary>
    public string Model { get; init; } = "gemini-flash-latest";

    /// <summary>The model that makes vectors.</summary>
    public string EmbeddingModel { get; init; } = "gemini-embedding-001";

    /// <summary>At most this many tokens an answer, thoughts included; a request may say otherwise. Without it the model's own limit holds.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>At most this many tokens of thought; 0 turns thinking off where the model allows it, nothing leaves it to the model.</summary>
    public int? ThinkingBudget { get; init; }

    /// <summary>From asking to the head of a streamed answer, connecting included; each attempt has it anew.</summary>
    public TimeSpan FirstByteTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From one chunk of a stream to the next.</summary>
    public TimeSpan ChunkTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>From asking to the last byte, waiting and asking again included.</summary>
    public TimeSpan WholeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a request that found no answer (429, 500, 503) is sent again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first repetition if Gemini names none; it doubles each time, less up to a half by chance.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);
}
