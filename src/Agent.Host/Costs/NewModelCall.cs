using TbPersonalOs.Data.ModelCalls;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>A request to a model that is about to be made.</summary>
internal sealed record NewModelCall
{
    /// <summary>The most tokens that a picture, a recording or a page costs beyond its bytes: see <see cref="WorstCase"/>.</summary>
    private const long MediaAllowance = 5_000;

    /// <summary>The turn for which it is made.</summary>
    public Guid? TurnId { get; init; }

    /// <summary>What it is for.</summary>
    public ModelPurpose Purpose { get; init; } = ModelPurpose.Chat;

    /// <summary><c>gemini</c>, <c>openai</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's name as the provider has it.</summary>
    public required string Model { get; init; }

    /// <summary>At least the bytes of all text in the request; the provider's own marks around it are allowed for, part by part.</summary>
    public required long RequestBytes { get; init; }

    /// <summary>Pictures, recordings and documents in it.</summary>
    public int MediaParts { get; init; }

    /// <summary>Whether one of these is sound, which some models charge more for.</summary>
    public bool HasAudio { get; init; }

    /// <summary>The most tokens that the answer may have, thought included, as the request says.</summary>
    public int MaxOutputTokens { get; init; }

    /// <summary>Kinds of data that it holds, as <c>O que saiu</c> lists them.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>How many numbers and passwords were masked in it.</summary>
    public int Masked { get; init; }

    /// <summary>
    /// The most tokens that it can use. A token of text stands for at least one byte of it (the vocabulary falls back to single bytes), and
    /// the JSON around it is longer than the marks that the model sees instead: so never more tokens than bytes. One a two bytes would not
    /// hold: digits and rare letters are a token each. Of media only the bytes are known, and a small picture may cost more tokens than it
    /// has bytes; each part is allowed for, generously but without proof. A call that costs more is counted with what it cost.
    /// </summary>
    public ModelUsage WorstCase => new(RequestBytes + (MediaParts * MediaAllowance), 0, MaxOutputTokens, 0);
}

/// <summary>Tokens of a call as the provider counted them.</summary>
/// <param name="Input">Of the request, those from the cache included.</param>
/// <param name="Cached">Of these, from the provider's cache.</param>
/// <param name="Output">Of the answer, without thought.</param>
/// <param name="Thought">Of thought.</param>
internal sealed record ModelUsage(long Input, long Cached, long Output, long Thought);
