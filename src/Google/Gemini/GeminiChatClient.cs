using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// Gemini's <c>generateContent</c> and <c>streamGenerateContent</c> as a chat client, shaped like the official connector so that one line
/// can replace it. The wire is that of Google's published proto files (v1beta).
/// </summary>
/// <param name="http">A pooled client, kept outside; see <see cref="GeminiHttp.CreateClient"/>.</param>
/// <param name="options">The settings, read at each request.</param>
/// <param name="clock">The clock for waits and deadlines.</param>
public sealed class GeminiChatClient(HttpClient http, Func<GeminiOptions> options, TimeProvider? clock = null) : IChatClient
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly GeminiTransport _transport = new(http, clock ?? TimeProvider.System);

    /// <inheritdoc />
    /// <exception cref="GeminiException">Gemini gave no answer that can be used.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = Settings();
        var model = options?.ModelId ?? settings.Model;
        using var patience = _transport.Patience(settings, cancellationToken);
        using var response = await _transport.PostAsync(
            settings, model, "generateContent", GeminiRequest.Write(messages, options, settings), settings.WholeTimeout, patience);
        var answer = new GeminiAnswer(model, _clock);
        var contents = answer.Take(await GeminiStream.ReadWholeAsync(response, patience));
        return new[] { answer.Update(contents), answer.End() }.ToChatResponse();
    }

    /// <inheritdoc />
    /// <exception cref="GeminiException">Gemini gave no answer that can be used; text that was handed on before is not whole.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var settings = Settings();
        var model = options?.ModelId ?? settings.Model;
        using var patience = _transport.Patience(settings, cancellationToken);
        using var response = await _transport.PostAsync(
            settings, model, "streamGenerateContent?alt=sse", GeminiRequest.Write(messages, options, settings), settings.FirstByteTimeout, patience);
        var answer = new GeminiAnswer(model, _clock);
        await foreach (var chunk in GeminiStream.ReadAsync(response, answer, settings.ChunkTimeout, patience))
        {
            if (answer.Take(chunk) is { Count: > 0 } contents)
            {
                yield return answer.Update(contents);
            }
        }

        yield return answer.End();
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null)
        {
            return null;
        }

        var settings = Settings();
        return serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("gemini", settings.BaseUrl, settings.Model)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing of its own to let go: the pool stays.</summary>
    public void Dispose()
    {
    }

    private GeminiOptions Settings() => options();
}
