using Microsoft.Extensions.AI;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>A client at the fake, and how to talk over it.</summary>
internal sealed class Line : IDisposable
{
    private readonly HttpClient _http = GeminiHttp.CreateClient();

    public Line(FakeGemini fake, TimeProvider? clock = null)
    {
        Options = new GeminiOptions { ApiKey = FakeGemini.Key, BaseUrl = fake.BaseUrl, Model = "gemini-test", RetryDelay = TimeSpan.FromMilliseconds(1) };
        Client = new GeminiChatClient(_http, () => Options, clock);
        Embedder = new GeminiEmbeddingGenerator(_http, () => Options, clock);
    }

    public GeminiOptions Options { get; set; }

    public GeminiChatClient Client { get; }

    public GeminiEmbeddingGenerator Embedder { get; }

    public static ChatMessage Said(string words) => new(ChatRole.User, words);

    public static ChatMessage Result(FunctionCallContent call, object? result) => new(ChatRole.Tool, [new FunctionResultContent(call.CallId, result)]);

    /// <summary>Both ways of asking, with the same answer to be expected.</summary>
    public async Task<ChatResponse> AskAsync(bool streamed, IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        streamed
            ? await Client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken)
            : await Client.GetResponseAsync(messages, options, cancellationToken);

    public Task<ChatResponse> AskAsync(bool streamed, string words, ChatOptions? options = null) => AskAsync(streamed, [Said(words)], options);

    public Task<GeminiException> FailAsync(bool streamed, string words) => Assert.ThrowsAsync<GeminiException>(() => AskAsync(streamed, words));

    public void Dispose() => _http.Dispose();
}
