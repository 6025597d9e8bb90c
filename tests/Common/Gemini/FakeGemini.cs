using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace TbPersonalOs.Common.Gemini;

/// <summary>
/// A Gemini of our own on 127.0.0.1, stricter than Google's: each request is held against the contract and against what Gemini refuses
/// (signatures, counts, schemas, the key's place); what is wrong gets Gemini's 400 and stands in <see cref="Invalid"/>. Answers are what the
/// test wrote for the words of the turn.
/// </summary>
public sealed partial class FakeGemini : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GeminiIssued _issued = new();
    private readonly GeminiScripts _scripts = new();

    private FakeGemini(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    /// <summary>The key that it takes; a test may add others or take it away.</summary>
    public const string Key = "AIzaFakeKeyForTests0123456789";

    /// <summary>The keys that it takes.</summary>
    public ConcurrentDictionary<string, bool> Keys { get; } = new() { [Key] = true };

    /// <summary>Where it listens: <c>Gemini__BaseUrl</c>.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    /// <summary>All requests.</summary>
    public ConcurrentQueue<GeminiAsked> Journal { get; } = new();

    /// <summary>What was wrong with which request.</summary>
    public ConcurrentQueue<(GeminiAsked Asked, string Wrong)> Invalid { get; } = new();

    /// <summary>The answer where no script was written; in an outage of all it stands for every request.</summary>
    public Func<GeminiAsked, GeminiAnswer> Otherwise { get; set; } = _ => GeminiAnswer.Say("no script");

    /// <summary>An answer that comes before every script, while it is set: an outage.</summary>
    public Func<GeminiAsked, GeminiAnswer>? Outage { get; set; }

    /// <summary>Neither checks nor remembers: for measurements, where the fake's own work would count as ours.</summary>
    public bool Quiet { get; set; }

    /// <summary>Is told when a request has come, when a chunk of an answer leaves, and when an answer has ended: for measurements.</summary>
    public Action<GeminiMoment, string>? Watch { get; set; }

    /// <summary>A fake on a free port. The test is skipped by name where the contract is missing.</summary>
    public static async Task<FakeGemini> StartAsync()
    {
        Assert.NotEmpty(GeminiContract.Keywords);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var fake = new FakeGemini(builder.Build());
        await fake._app.StartAsync();
        fake.BaseUrl = new Uri(fake._app.Urls.Single());
        return fake;
    }

    /// <summary>The answers one request after the other; asking once more is invalid. Returns the words of a message that they answer.</summary>
    public string Script(params GeminiAnswer[] rounds)
    {
        var asked = -1;
        return _scripts.Add(request =>
        {
            var round = Interlocked.Increment(ref asked);
            if (round < rounds.Length)
            {
                return rounds[round];
            }

            Invalid.Enqueue((request, $"asked {round + 1} times, {rounds.Length} answers were written"));
            return GeminiAnswer.Error(400, "FAILED_PRECONDITION");
        });
    }

    /// <summary>Answers that depend on what was asked.</summary>
    public string Script(Func<GeminiAsked, GeminiAnswer> answer) => _scripts.Add(answer);

    /// <summary>The requests in whose body the words stand.</summary>
    public IReadOnlyList<GeminiAsked> Asked(string words) => [.. Journal.Where(asked => asked.Text.Contains(words, StringComparison.Ordinal))];

    /// <summary>Fails with all that was wrong.</summary>
    public void AssertAllValid() => Assert.True(Invalid.IsEmpty, string.Join('\n', Invalid.Select(wrong => $"{wrong.Asked.Path}: {wrong.Wrong}")));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        Watch?.Invoke(GeminiMoment.Asked, "");
        var asked = await ReadAsync(http.Request);
        if (!Quiet)
        {
            Journal.Enqueue(asked);
        }

        try
        {
            await AnswerAsync(http, asked);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away.
        }
        finally
        {
            Watch?.Invoke(GeminiMoment.Ended, "");
        }
    }

    private async Task AnswerAsync(HttpContext http, GeminiAsked asked)
    {
        var writer = new GeminiWriter(_issued, chunk => Watch?.Invoke(GeminiMoment.Sent, chunk));
        var embeds = asked.Method == "batchEmbedContents";
        var script = _scripts.Find(embeds ? string.Join('\n', asked.Texts) : asked.Said);
        var key = http.Request.Headers["x-goog-api-key"].ToString();
        var wrong = Quiet ? [] : Wrong(http.Request, asked, script, key).ToList();
        if (wrong.Count > 0)
        {
            wrong.ForEach(one => Invalid.Enqueue((asked, one)));
            await writer.WriteAsync(http, asked, null, GeminiAnswer.Error(key.Length == 0 ? 403 : 400, key.Length == 0 ? "PERMISSION_DENIED" : "INVALID_ARGUMENT"));
            return;
        }

        if (!Keys.ContainsKey(key))
        {
            await writer.WriteAsync(http, asked, null, GeminiAnswer.Error(400, "INVALID_ARGUMENT", new System.Text.Json.Nodes.JsonObject
            {
                ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo", ["reason"] = "API_KEY_INVALID", ["domain"] = "googleapis.com",
            }));
            return;
        }

        var answer = Outage?.Invoke(asked) ?? (script is not null ? _scripts.Answer(script, asked) : Otherwise(asked));
        var vectors = embeds && answer is { Status: 200, Body: null };
        await writer.WriteAsync(http, asked, script, vectors ? answer with { Body = GeminiVectors.Answer(asked).ToJsonString() } : answer);
    }

    private IEnumerable<string> Wrong(HttpRequest request, GeminiAsked asked, string? script, string key)
    {
        if (request.Method != "POST" || asked.Method.Length == 0)
        {
            return [$"{request.Method} {request.Path} is no method of the contract"];
        }

        if (asked.Body.ValueKind == JsonValueKind.Undefined)
        {
            return ["the body is no JSON"];
        }

        return Place(request, asked, key).Concat(GeminiContract.Check(asked.Method, asked.Body) is { Count: > 0 } broken ? broken
            : asked.Method == "batchEmbedContents" ? GeminiToolRules.CheckBatch(asked)
            : GeminiToolRules.Check(asked).Concat(new GeminiTurnRules(_issued).Check(asked, script)));
    }

    private static IEnumerable<string> Place(HttpRequest request, GeminiAsked asked, string key)
    {
        if (key.Length == 0)
        {
            yield return "the header x-goog-api-key is missing";
        }

        if (request.Query.ContainsKey("key") || (key.Length > 0 && asked.Path.Contains(key, StringComparison.Ordinal)))
        {
            yield return "the key stands in the URL";
        }

        if (key.Length > 0 && (asked.Text.Contains(key, StringComparison.Ordinal) || asked.Headers.Values.Any(value => value.Contains(key, StringComparison.Ordinal))))
        {
            yield return "the key stands in the body or in another header";
        }

        if (asked.Method == "streamGenerateContent" != (request.Query["alt"] == "sse"))
        {
            yield return "alt=sse belongs to streamGenerateContent, and only there";
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            yield return "the body is not called application/json";
        }
    }

    private static async Task<GeminiAsked> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        var path = Method().Match(request.Path.Value ?? "");
        var headers = request.Headers.Where(header => !header.Key.Equals("x-goog-api-key", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new GeminiAsked(
            path.Groups[2].Value, path.Groups[1].Value, $"{request.Path}{request.QueryString}", headers, text, Parse(text));
    }

    private static JsonElement Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    [GeneratedRegex("^/v1beta/models/([A-Za-z0-9._-]+):(generateContent|streamGenerateContent|batchEmbedContents)$")]
    private static partial Regex Method();
}
