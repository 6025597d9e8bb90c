using System.Diagnostics;
using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Benchmarks;

/// <summary>
/// A Gemini that calls one function and then says two sentences, each answer after a wait. It keeps the time that it held its requests: the rest of
/// a turn is ours.
/// </summary>
internal sealed class FakedModel : IAsyncDisposable
{
    /// <summary>The end of the first sentence.</summary>
    public const string FirstSentence = "Fica para o dia 5.";

    private readonly FakeGemini _gemini;
    private long _asked;
    private long _held;
    private long _sentenceSent;

    private FakedModel(FakeGemini gemini, TimeSpan wait)
    {
        _gemini = gemini;
        var call = GeminiAnswer.Call(("tasks.create_task", new { title = "pagar o aluguel", due = "2030-12-05" })) with { Delay = wait };
        var words = GeminiAnswer.Say("Fica para ", $"{FirstSentence[10..]} ", "Mais alguma coisa ", "para hoje?") with { Delay = wait };
        gemini.Quiet = true;
        gemini.Otherwise = asked => asked.Round == 0 ? call : words;
        gemini.Watch = Watch;
    }

    /// <summary>What it held of the last turns, since it was asked; one conversation at a time.</summary>
    public double TakeHeldMilliseconds() => Stopwatch.GetElapsedTime(0, Interlocked.Exchange(ref _held, 0)).TotalMilliseconds;

    /// <summary>When the chunk that ends the first sentence left last.</summary>
    public long SentenceSent => Interlocked.Read(ref _sentenceSent);

    /// <summary>How a host reaches it.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["Gemini__ApiKey"] = FakeGemini.Key,
        ["Gemini__BaseUrl"] = _gemini.BaseUrl.ToString(),
        ["Gemini__Tier"] = "paid",
        ["Cost__DailyCap"] = "1000000",
    };

    public static async Task<FakedModel> StartAsync(TimeSpan wait) => new(await FakeGemini.StartAsync(), wait);

    public ValueTask DisposeAsync() => _gemini.DisposeAsync();

    private void Watch(GeminiMoment moment, string chunk)
    {
        var now = Stopwatch.GetTimestamp();
        switch (moment)
        {
            case GeminiMoment.Asked:
                Interlocked.Exchange(ref _asked, now);
                break;
            case GeminiMoment.Ended:
                Interlocked.Add(ref _held, now - Interlocked.Read(ref _asked));
                break;
            default:
                if (chunk.Contains(FirstSentence[10..], StringComparison.Ordinal))
                {
                    Interlocked.Exchange(ref _sentenceSent, now);
                }

                break;
        }
    }
}
