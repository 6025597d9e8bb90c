using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>A bot's webhook that notes what it is told.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<int, int> _times = new();

    private Webhook(WebApplication app)
    {
        _app = app;
        app.Run(TakeAsync);
    }

    public Uri Url => new(_app.Urls.Single());

    /// <summary>What came, in the order in which it came, whatever was answered.</summary>
    public ConcurrentQueue<(int UpdateId, long Chat, string Path, string? Secret)> Told { get; } = new();

    /// <summary>What it answers to the so-manieth post of an update.</summary>
    public Func<int, int> Answer { get; set; } = _ => 200;

    public static async Task<Webhook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var webhook = new Webhook(builder.Build());
        await webhook._app.StartAsync();
        return webhook;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var (id, chat) = (body.RootElement.GetProperty("update_id").GetInt32(), body.RootElement.TryGetProperty("message", out var message) ? message.GetProperty("chat").GetProperty("id").GetInt64() : 0);
        Told.Enqueue((id, chat, http.Request.Path, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]));
        http.Response.StatusCode = Answer(_times.AddOrUpdate(id, 1, (_, times) => times + 1));
    }
}
