using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>One server-sent event as a client sees it.</summary>
internal sealed record Told(string? Id, JsonElement Data)
{
    public string Type => Data.GetProperty("type").GetString()!;

    public string? Text(string property) => Data.TryGetProperty(property, out var value) ? value.GetString() : null;
}

/// <summary>A client of the stream of a turn.</summary>
internal static class Sse
{
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, object turn, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/turns") { Content = JsonContent.Create(turn) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<HttpResponseMessage> ResumeAsync(HttpClient browser, Guid turn, string? after = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/turns/{turn}/events");
        if (after is not null)
        {
            request.Headers.Add("Last-Event-ID", after);
        }

        return await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Events as they come.</summary>
    public static async IAsyncEnumerable<Told> EventsAsync(HttpResponseMessage answer)
    {
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            yield return new Told(item.EventId, JsonDocument.Parse(item.Data).RootElement);
        }
    }

    /// <summary>All events until the stream ends.</summary>
    public static async Task<List<Told>> AllAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return await EventsAsync(answer).ToListAsync();
        }
    }

    public static Guid TurnOf(this IEnumerable<Told> events) => events.First(told => told.Type == "RUN_STARTED").Data.GetProperty("runId").GetGuid();
}
