using System.Text.Json;
using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>Writes events as they come, as server-sent events; a comment every 15 seconds keeps the line open.</summary>
internal sealed class EventStream(IAsyncEnumerable<NumberedEvent> events) : IResult
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        await using var enumerator = events.GetAsyncEnumerator(httpContext.RequestAborted);
        try
        {
            var next = enumerator.MoveNextAsync().AsTask();
            while (true)
            {
                if (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(Heartbeat, httpContext.RequestAborted)) != next)
                {
                    httpContext.RequestAborted.ThrowIfCancellationRequested();
                    await response.WriteAsync(":\n\n", httpContext.RequestAborted);
                    continue;
                }

                if (!await next)
                {
                    return;
                }

                var told = enumerator.Current;
                await response.WriteAsync(
                    $"id: {told.Id}\ndata: {JsonSerializer.Serialize(told.Event, WireJson.Options)}\n\n", httpContext.RequestAborted);
                await response.Body.FlushAsync(httpContext.RequestAborted);
                next = enumerator.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The reader has left; the turn goes on.
        }
    }
}
