using System.Net.ServerSentEvents;
using System.Text.Json;

namespace TbPersonalOs.Google.Gemini;

/// <summary>Reads what Gemini sends: an answer as a whole, or its chunks as server-sent events.</summary>
internal static class GeminiStream
{
    public static async IAsyncEnumerable<GeminiChunk> ReadAsync(
        HttpResponseMessage response, GeminiAnswer answer, TimeSpan between, Patience patience)
    {
        if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
        {
            throw new GeminiException(GeminiFault.Malformed);
        }

        patience.Allow(between);
        await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
        await using var events = SseParser.Create(body, static (_, data) => Parse(data)).EnumerateAsync(patience.Token).GetAsyncEnumerator();
        while (await MovesOnAsync(events, answer, between, patience))
        {
            if (events.Current.Data is { } chunk)
            {
                yield return chunk;
            }
        }
    }

    public static async Task<GeminiChunk> ReadWholeAsync(HttpResponseMessage response, Patience patience)
    {
        patience.AllowTheRest();
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            return await JsonSerializer.DeserializeAsync(body, GeminiJson.Default.GeminiChunk, patience.Token)
                ?? throw new GeminiException(GeminiFault.Malformed);
        }
        catch (Exception broken) when (Fault(broken, patience) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>What a failure while reading is; null where it is one already.</summary>
    public static Exception? Fault(Exception broken, Patience patience) => broken switch
    {
        OperationCanceledException cancelled => patience.Ended(cancelled),
        // Its message may quote the answer.
        JsonException or InvalidOperationException or FormatException => new GeminiException(GeminiFault.Malformed),
        IOException or HttpRequestException => new GeminiException(GeminiFault.BrokenStream, null, broken),
        _ => null,
    };

    private static async Task<bool> MovesOnAsync(
        IAsyncEnumerator<SseItem<GeminiChunk?>> events, GeminiAnswer answer, TimeSpan between, Patience patience)
    {
        try
        {
            patience.Allow(between);
            var more = await events.MoveNextAsync();
            // How long the reader takes over a chunk is not Gemini's fault.
            patience.AllowTheRest();
            return more;
        }
        catch (Exception broken) when (Fault(broken, patience) is { } fault)
        {
            if (fault is not GeminiException known)
            {
                throw fault;
            }

            // All is said already: what breaks now takes nothing from the answer.
            return answer.Ended ? false : throw answer.With(known);
        }
    }

    private static GeminiChunk? Parse(ReadOnlySpan<byte> data) =>
        data.SequenceEqual("[DONE]"u8) ? null : JsonSerializer.Deserialize(data, GeminiJson.Default.GeminiChunk) ?? throw new JsonException();
}
