using Microsoft.Extensions.AI;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>Vectors: in order, of length 1, each with its model.</summary>
public sealed class EmbeddingTests(Fake fake) : IDisposable
{
    private readonly Line _line = new(fake.Gemini);

    public void Dispose()
    {
        _line.Dispose();
        fake.Gemini.AssertAllValid();
    }

    [Theory, InlineData(1, 1), InlineData(100, 1), InlineData(101, 2), InlineData(250, 3)]
    public async Task AtMostAHundredAtOnceAndInOrder(int count, int requests)
    {
        var mark = Guid.CreateVersion7().ToString("N");
        var texts = Enumerable.Range(0, count).Select(number => $"{mark} {number}").ToList();
        var made = await _line.Embedder.GenerateAsync(texts);

        Assert.Equal(requests, fake.Gemini.Asked(mark).Count);
        Assert.Equal(texts, fake.Gemini.Asked(mark).SelectMany(asked => asked.Texts));
        Assert.Equal(count, made.Count);
        Assert.All(made, vector =>
        {
            Assert.Equal((768, "gemini-embedding-001"), (vector.Vector.Length, vector.ModelId));
            Assert.Equal(1, vector.Vector.ToArray().Sum(value => (double)value * value), 5);
        });
        var last = await _line.Embedder.GenerateAsync([texts[^1]]);
        Assert.Equal(last[0].Vector.ToArray(), made[^1].Vector.ToArray());
    }

    [Theory, InlineData(null, GeminiTask.Document), InlineData(GeminiTask.Query, GeminiTask.Query), InlineData(GeminiTask.Similarity, GeminiTask.Similarity)]
    public async Task TheTaskIsSaid(string? task, string sent)
    {
        var mark = Guid.CreateVersion7().ToString("N");
        var options = new EmbeddingGenerationOptions { Dimensions = 256 };
        if (task is not null)
        {
            options.AdditionalProperties = new AdditionalPropertiesDictionary { [GeminiTask.Key] = task };
        }

        Assert.Equal(256, (await _line.Embedder.GenerateAsync([mark], options))[0].Vector.Length);
        Assert.Equal(sent, fake.Gemini.Asked(mark).Single().Body.GetProperty("requests")[0].GetProperty("taskType").GetString());
    }

    [Fact]
    public async Task NothingAskedNothingSent() => Assert.Empty(await _line.Embedder.GenerateAsync([]));

    [Fact]
    public async Task FaultsAreThoseOfAnswers()
    {
        var words = fake.Gemini.Script(
            GeminiAnswer.DayIsOver(), new GeminiAnswer { Body = "{\"embeddings\":[]}" }, new GeminiAnswer { Body = "{\"embeddings\":[{\"values\":[1,2]}]}" },
            new GeminiAnswer { Body = $"{{\"embeddings\":[{{\"values\":[{string.Join(',', Enumerable.Repeat("0", 768))}]}}]}}" },
            new GeminiAnswer { Body = "{" }, GeminiAnswer.Broken(), GeminiAnswer.Say("vectors"));
        foreach (var fault in new[] { GeminiFault.DailyQuota, GeminiFault.Empty, GeminiFault.Malformed, GeminiFault.Malformed, GeminiFault.Malformed })
        {
            Assert.Equal(fault, (await Assert.ThrowsAsync<GeminiException>(() => _line.Embedder.GenerateAsync([words]))).Fault);
        }

        Assert.Single(await _line.Embedder.GenerateAsync([words]));
    }

    [Fact]
    public void ItSaysWhoItIs()
    {
        var metadata = _line.Embedder.GetService<EmbeddingGeneratorMetadata>()!;
        Assert.Equal(("gemini", "gemini-embedding-001", 768), (metadata.ProviderName, metadata.DefaultModelId, metadata.DefaultModelDimensions));
        Assert.Equal(("gemini", "gemini-test"), (_line.Client.GetService<ChatClientMetadata>()!.ProviderName, _line.Client.GetService<ChatClientMetadata>()!.DefaultModelId));
    }
}
