using System.Text.Json;
using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>Writes events as they come, as server-sent events; a comment at once and every 15 seconds keeps the line open.</summary>
internal sealed class EventStream(IAsyncEnumerable<(string Id, string Data)> events) : IResult
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>The events of a turn.</summary>
    public static EventStream Of(IAsyncEnumerable<NumberedEvent> events) =>
        new(events.Select(told => (told.Id, JsonSerializer.Serialize(told.Event, WireJson.Options))));

    /// <summary>Other events, each with its id.</summary>
    public static EventStream Of<T>(IAsyncEnumerable<(string Id, T Event)> events) =>
        new(events.Select(told => (told.Id, JsonSerializer.Serialize(told.Event, WireJson.Options))));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        await using var enumerator = events.GetAsyncEnumerator(httpContext.RequestAborted);
        try
        {
            var next = enumerator.MoveNextAsync().AsTask();
            if (!next.IsCompleted)
            {
                // Whoever waits knows by this that it listens.
                await BeatAsync(response, httpContext.RequestAborted);
            }

            while (true)
            {
                if (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(Heartbeat, httpContext.RequestAborted)) != next)
                {
                    httpContext.RequestAborted.ThrowIfCancellationRequested();
                    await BeatAsync(response, httpContext.RequestAborted);
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                var (id, data) = enumerator.Current;
                await response.WriteAsync($"id: {id}\ndata: {data}\n\n", httpContext.RequestAborted);
                await response.Body.FlushAsync(httpContext.RequestAborted);
                next = enumerator.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has left, or the house closes; a turn goes on.
        }
    }

    private static async Task BeatAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        await response.WriteAsync(":\n\n", cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
