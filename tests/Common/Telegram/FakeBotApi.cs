using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TbPersonalOs.Common.Telegram;

/// <summary>
/// Telegram's Bot API of our own on 127.0.0.1. Each call is held against the contract and each answer and update too; what is wrong stands in
/// <see cref="Invalid"/>. It keeps chats as people see them, delivers updates by webhook or long poll, and can fail as Telegram does.
/// </summary>
public sealed partial class FakeBotApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<long, SeenChat> _chats = new();
    private readonly ConcurrentQueue<(Func<BotCall, bool> Which, BotFault Fault)> _faults = new();

    private FakeBotApi(WebApplication app, TimeProvider clock)
    {
        (_app, Clock) = (app, clock);
        app.Map("/bot{token}/{method}", CallAsync);
        app.Map("/file/bot{token}/{**path}", FileAsync);
    }

    /// <summary>The bot's id.</summary>
    public const long BotId = 123456789;

    /// <summary>The token that it takes.</summary>
    public static readonly string Token = $"{BotId}:fake-token_for-tests_AAAAAAAAAAAAAAAA";

    /// <summary>The clock of its time stamps.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where it listens: <c>Telegram__BaseUrl</c>.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>All calls but long polls.</summary>
    public ConcurrentQueue<BotCall> Journal { get; } = new();

    /// <summary>What was wrong with which call, answer or update.</summary>
    public ConcurrentQueue<string> Invalid { get; } = new();

    /// <summary>Whether more than one message a second in a chat is a flood.</summary>
    public bool FloodControl { get; set; }

    /// <summary>Files by <c>file_id</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What was set: commands by language, descriptions, the webhook.</summary>
    public ConcurrentDictionary<string, JsonNode> Settings { get; } = new();

    /// <summary>A fake on a free port. The test is skipped by name where the contract is missing.</summary>
    public static async Task<FakeBotApi> StartAsync(TimeProvider? clock = null)
    {
        Assert.NotEmpty(BotContract.Methods);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeBotApi(builder.Build(), clock ?? TimeProvider.System);
        await fake._app.StartAsync();
        fake.BaseUrl = new Uri(fake._app.Urls.Single());
        return fake;
    }

    /// <summary>A chat as its person sees it.</summary>
    public SeenChat Chat(long id) => _chats.GetOrAdd(id, one => new SeenChat(one));

    /// <summary>The next call that fits fails so.</summary>
    public void FailNext(Func<BotCall, bool> which, BotFault fault) => _faults.Enqueue((which, fault));

    /// <summary>Fails with all that was wrong.</summary>
    public void AssertAllValid() => Assert.True(Invalid.IsEmpty, string.Join('\n', Invalid.Take(20)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task CallAsync(HttpContext http, string token, string method)
    {
        var call = new BotCall(method, await ReadAsync(http.Request), Clock.GetUtcNow());
        if (method != "getUpdates")
        {
            Journal.Enqueue(call);
        }

        if (token != Token)
        {
            await AnswerAsync(http, call, 401, Error(401, "Unauthorized"));
            return;
        }

        var wrong = BotContract.CheckCall(method, call.Arguments);
        if (wrong.Count > 0)
        {
            foreach (var one in wrong)
            {
                Invalid.Enqueue(one);
            }

            await AnswerAsync(http, call, wrong[0].StartsWith("no method", StringComparison.Ordinal) ? 404 : 400, Error(400, $"Bad Request: {wrong[0]}"));
            return;
        }

        var fault = TakeFault(call);
        if (fault is { After: false })
        {
            await FailAsync(http, call, fault);
            return;
        }

        var (status, body) = await CarryOutAsync(call, http.RequestAborted);
        if (status == 200)
        {
            foreach (var one in BotContract.CheckResult(method, body["result"]))
            {
                Invalid.Enqueue($"our answer to {one}");
            }
        }

        if (fault is not null)
        {
            await Task.Delay(fault.Slow, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (fault.Status != 200)
            {
                await FailAsync(http, call, fault);
                return;
            }
        }

        await AnswerAsync(http, call, status, body);
    }

    private BotFault? TakeFault(BotCall call)
    {
        for (var left = _faults.Count; left > 0 && _faults.TryDequeue(out var next); left--)
        {
            if (next.Which(call))
            {
                return next.Fault;
            }

            _faults.Enqueue(next);
        }

        return null;
    }

    private static async Task FailAsync(HttpContext http, BotCall call, BotFault fault)
    {
        if (fault.Status == 0)
        {
            http.Abort();
            return;
        }

        var body = Error(fault.Status, fault.Description);
        if (fault.RetryAfter is { } seconds)
        {
            body["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }

        await AnswerAsync(http, call, fault.Status, body);
    }

    private static async Task AnswerAsync(HttpContext http, BotCall call, int status, JsonObject body)
    {
        (call.Status, http.Response.StatusCode) = (status, status);
        await http.Response.WriteAsJsonAsync(body, http.RequestAborted);
    }

    private static JsonObject Error(int code, string description) => new() { ["ok"] = false, ["error_code"] = code, ["description"] = description };

    private static JsonObject Result(JsonNode? result) => new() { ["ok"] = true, ["result"] = result };

    private static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            var arguments = new JsonObject();
            foreach (var (name, value) in form)
            {
                arguments[name] = ReadValue(value.ToString());
            }

            foreach (var file in form.Files)
            {
                arguments[file.Name] = $"attach://{file.FileName}";
            }

            return arguments;
        }

        return request.HasJsonContentType() ? (await JsonNode.ParseAsync(request.Body))!.AsObject() : [];
    }

    /// <summary>A form has all values as text: what is JSON is read as such.</summary>
    private static JsonNode? ReadValue(string text)
    {
        try
        {
            return JsonNode.Parse(text) is { } node && node.GetValueKind() != JsonValueKind.String ? node : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private async Task FileAsync(HttpContext http, string token, string path)
    {
        if (token != Token || !Files.TryGetValue(Path.GetFileNameWithoutExtension(path), out var bytes))
        {
            http.Response.StatusCode = 404;
            return;
        }

        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
