using System.Text.Json.Serialization;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>What a model costs, in US dollars per million tokens: the same number as millionths of a dollar a token.</summary>
internal sealed record Rate
{
    private const long LongFrom = 200_000;

    /// <summary>The first day on which it holds; none for the price of before.</summary>
    public DateOnly? From { get; init; }

    [JsonRequired]
    public decimal Input { get; init; }

    [JsonRequired]
    public decimal Cached { get; init; }

    /// <summary>Of the answer and of thought.</summary>
    [JsonRequired]
    public decimal Output { get; init; }

    /// <summary>Of the input of a request that holds audio, where that is dearer.</summary>
    public decimal? Audio { get; init; }

    /// <summary>For requests above 200,000 tokens of input.</summary>
    public Rate? Long { get; init; }

    /// <summary>Every price of it, for checks.</summary>
    [JsonIgnore]
    public IEnumerable<decimal> Prices => [Input, Cached, Output, Audio ?? 0, .. Long?.Prices ?? []];

    /// <summary>What a call cost, in millionths of a US dollar, rounded up.</summary>
    public long CostOf(ModelUsage usage, bool audio)
    {
        if (Long is not null && usage.Input > LongFrom)
        {
            return Long.CostOf(usage, audio);
        }

        var cached = Math.Clamp(usage.Cached, 0, usage.Input);
        var input = audio ? Math.Max(Input, Audio ?? 0) : Input;
        return (long)Math.Ceiling(((usage.Input - cached) * input) + (cached * (audio ? input : Cached)) + ((usage.Output + usage.Thought) * Output));
    }

    /// <summary>The dearer of two in each of its prices.</summary>
    public static Rate Dearer(Rate one, Rate other) => new()
    {
        Input = Math.Max(one.Input, other.Input),
        Cached = Math.Max(one.Cached, other.Cached),
        Output = Math.Max(one.Output, other.Output),
        Audio = Math.Max(one.Audio ?? one.Input, other.Audio ?? other.Input),
        Long = (one.Long, other.Long) is (null, null) ? null : Dearer(one.Long ?? one with { Long = null }, other.Long ?? other with { Long = null }),
    };
}
