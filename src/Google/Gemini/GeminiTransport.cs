using System.Net;
using System.Net.Http.Headers;

namespace TbPersonalOs.Google.Gemini;

/// <summary>Sends a request and brings back the head of an answer that went well; asks again where that can help.</summary>
internal sealed class GeminiTransport(HttpClient http, TimeProvider clock)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public Patience Patience(GeminiOptions options, CancellationToken cancellationToken) => new(options.WholeTimeout, clock, cancellationToken);

    /// <param name="options">Where, with which key, how often.</param>
    /// <param name="model">The model, with or without <c>models/</c>.</param>
    /// <param name="method">What it is to do, with the query: <c>streamGenerateContent?alt=sse</c>.</param>
    /// <param name="body">The request as JSON.</param>
    /// <param name="head">How long one attempt may take until the head of its answer is there.</param>
    /// <param name="patience">How long all may take.</param>
    /// <exception cref="GeminiException">No answer that can be used.</exception>
    public async Task<HttpResponseMessage> PostAsync(
        GeminiOptions options, string model, string method, ReadOnlyMemory<byte> body, TimeSpan head, Patience patience)
    {
        var key = options.ApiKey?.Trim() ?? "";
        if (key.Length == 0 || key.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new GeminiException(GeminiFault.Key);
        }

        var address = Address(options.BaseUrl, model, method);
        for (var attempt = 0; ; attempt++)
        {
            patience.Allow(head);
            var (response, failure) = await TryAsync(address, key, body, patience);
            if (response is not null)
            {
                return response;
            }

            var delay = Delay(failure!, options, attempt);
            if (!CanHelp(failure!) || attempt >= options.Retries || delay >= patience.Left)
            {
                throw failure!;
            }

            await WaitAsync(delay, patience);
        }
    }

    /// <summary><c>models/x</c>, as paths and bodies name a model.</summary>
    public static string ModelName(string model) => model.Contains('/', StringComparison.Ordinal) ? model : $"models/{model}";

    private static Uri Address(Uri baseUrl, string model, string method)
    {
        var name = string.Join('/', ModelName(model).Split('/').Select(Uri.EscapeDataString));
        return new Uri($"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v1beta/{name}:{method}");
    }

    private async Task<(HttpResponseMessage? Response, GeminiException? Failure)> TryAsync(Uri address, string key, ReadOnlyMemory<byte> body, Patience patience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } },
        };
        request.Headers.TryAddWithoutValidation("x-goog-api-key", key);

        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.IsSuccessStatusCode)
            {
                return (response, null);
            }

            using (response)
            {
                return (null, await GeminiErrors.ReadAsync(response, clock, patience.Token));
            }
        }
        catch (OperationCanceledException cancelled)
        {
            throw patience.Ended(cancelled);
        }
        catch (HttpRequestException unreachable)
        {
            throw new GeminiException(GeminiFault.Network, unreachable.HttpRequestError.ToString(), unreachable);
        }
    }

    private static bool CanHelp(GeminiException failure) =>
        failure.Fault is GeminiFault.Quota || failure is { Fault: GeminiFault.Unavailable, Status: 500 or 503 };

    // Where Gemini names the time, chance only adds to it; else it takes up to a half away.
    private static TimeSpan Delay(GeminiException failure, GeminiOptions options, int attempt) => failure.RetryAfter is { } asked
        ? asked + (options.RetryDelay * 0.5 * Random.Shared.NextDouble())
        : options.RetryDelay * Math.Pow(2, attempt) * (1 - (0.5 * Random.Shared.NextDouble()));

    private static async Task WaitAsync(TimeSpan delay, Patience patience)
    {
        try
        {
            await patience.WaitAsync(delay);
        }
        catch (OperationCanceledException cancelled)
        {
            throw patience.Ended(cancelled);
        }
    }
}
