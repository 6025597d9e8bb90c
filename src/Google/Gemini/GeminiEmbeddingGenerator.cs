using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// Gemini's <c>batchEmbedContents</c>: vectors of length 1, in the order of the texts, each with the model that made it. Vectors of two
/// models must never be compared.
/// </summary>
/// <param name="http">A pooled client, kept outside; see <see cref="GeminiHttp.CreateClient"/>.</param>
/// <param name="options">The settings, read at each request.</param>
/// <param name="clock">The clock for waits and deadlines.</param>
public sealed class GeminiEmbeddingGenerator(HttpClient http, Func<GeminiOptions> options, TimeProvider? clock = null)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The length of a vector, unless the options of a request say otherwise.</summary>
    public const int Dimensions = 768;

    /// <summary>The most texts that Gemini takes at once.</summary>
    public const int MostAtOnce = 100;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly GeminiTransport _transport = new(http, clock ?? TimeProvider.System);

    /// <inheritdoc />
    /// <exception cref="GeminiException">Gemini gave no vectors that can be used.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var settings = Settings();
        var wanted = new Wanted(
            options?.ModelId ?? settings.EmbeddingModel, options?.Dimensions ?? Dimensions,
            options?.AdditionalProperties?.GetValueOrDefault(GeminiTask.Key) as string ?? GeminiTask.Document);
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var texts in values.Chunk(MostAtOnce))
        {
            made.AddRange(await EmbedAsync(texts, wanted, settings, cancellationToken));
        }

        return made;
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null)
        {
            return null;
        }

        var settings = Settings();
        return serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata("gemini", settings.BaseUrl, settings.EmbeddingModel, Dimensions)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Nothing of its own to let go: the pool stays.</summary>
    public void Dispose()
    {
    }

    private GeminiOptions Settings() => options();

    private async Task<IEnumerable<Embedding<float>>> EmbedAsync(
        string[] texts, Wanted wanted, GeminiOptions settings, CancellationToken cancellationToken)
    {
        using var patience = _transport.Patience(settings, cancellationToken);
        using var response = await _transport.PostAsync(
            settings, wanted.Model, "batchEmbedContents", Body(texts, wanted), settings.WholeTimeout, patience);
        var vectors = (await ReadAsync(response, patience)).Embeddings ?? [];
        if (vectors.Count != texts.Length)
        {
            throw new GeminiException(vectors.Count == 0 ? GeminiFault.Empty : GeminiFault.Malformed);
        }

        var now = _clock.GetUtcNow();
        return vectors.Select(vector => new Embedding<float>(Normal(vector.Values, wanted.Dimensions)) { ModelId = wanted.Model, CreatedAt = now }).ToList();
    }

    private static ReadOnlyMemory<byte> Body(string[] texts, Wanted wanted)
    {
        var buffer = new ArrayBufferWriter<byte>(texts.Sum(text => text.Length + 200));
        using var json = new Utf8JsonWriter(buffer, GeminiRequest.Writing);
        json.WriteStartObject();
        json.WriteStartArray("requests");
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("model", GeminiTransport.ModelName(wanted.Model));
            json.WriteStartObject("content");
            json.WriteStartArray("parts");
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteString("taskType", wanted.Task);
            json.WriteNumber("outputDimensionality", wanted.Dimensions);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static async Task<GeminiVectors> ReadAsync(HttpResponseMessage response, Patience patience)
    {
        patience.AllowTheRest();
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(patience.Token);
            return await JsonSerializer.DeserializeAsync(body, GeminiJson.Default.GeminiVectors, patience.Token)
                ?? throw new GeminiException(GeminiFault.Malformed);
        }
        catch (Exception broken) when (GeminiStream.Fault(broken, patience) is { } fault)
        {
            throw fault;
        }
    }

    // Gemini normalises only its longest vectors.
    private static float[] Normal(float[]? vector, int dimensions)
    {
        var length = vector is null ? 0 : Math.Sqrt(vector.Sum(value => (double)value * value));
        if (vector?.Length != dimensions || length is not (> 0 and < double.PositiveInfinity))
        {
            throw new GeminiException(GeminiFault.Malformed);
        }

        return Array.ConvertAll(vector, value => (float)(value / length));
    }

    private sealed record Wanted(string Model, int Dimensions, string Task);
}
