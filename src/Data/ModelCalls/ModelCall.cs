using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.ModelCalls;

/// <summary>What a model was asked for.</summary>
public enum ModelPurpose
{
    /// <summary>An answer.</summary>
    Chat,

    /// <summary>Vectors.</summary>
    Embedding,
}

/// <summary>Where a call of a model stands.</summary>
public enum ModelCallState
{
    /// <summary>Its worst case is reserved; it may be under way, or its process died.</summary>
    Reserved,

    /// <summary>Answered and counted.</summary>
    Done,

    /// <summary>Not answered, or not whole.</summary>
    Failed,
}

/// <summary>One request to a model: what left the house, and what it cost. The content itself is not kept.</summary>
public sealed class ModelCall : PersonalRow
{
    /// <summary>The turn for which it was made; none for work outside of turns.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset MadeAt { get; set; }

    /// <summary>What it was for.</summary>
    public ModelPurpose Purpose { get; set; }

    /// <summary>Who was asked: <c>gemini</c>, <c>openai</c>.</summary>
    [NoWords("name of a provider")]
    public required string Provider { get; set; }

    /// <summary>The model.</summary>
    [NoWords("name of a model")]
    public required string Model { get; set; }

    /// <summary>Whether it was made on a free tier, whose content the provider may use.</summary>
    public bool Free { get; set; }

    /// <summary>Where it stands.</summary>
    public ModelCallState State { get; set; }

    /// <summary>The household's budget on which it counts; see <see cref="ModelBudget"/>.</summary>
    [NoWords("name of a budget")]
    public required string Budget { get; set; }

    /// <summary>The budget's day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The most that it could cost, in millionths of a US dollar.</summary>
    public long Reserved { get; set; }

    /// <summary>What it cost, in millionths of a US dollar; null until that is known.</summary>
    public long? Cost { get; set; }

    /// <summary>Tokens of the request, those from the provider's cache included.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens of the request that came from the provider's cache.</summary>
    public long CachedTokens { get; set; }

    /// <summary>Tokens of the answer.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Tokens of thought, paid as output.</summary>
    public long ThoughtTokens { get; set; }

    /// <summary>Size of the request's body.</summary>
    public long RequestBytes { get; set; }

    /// <summary>Kinds of data in the request: <c>messages</c>, <c>tasks</c>, <c>health</c>, …</summary>
    [NoWords("codes of kinds of data")]
    public required string[] Held { get; set; }

    /// <summary>How many numbers and passwords were masked before it left.</summary>
    public int Masked { get; set; }
}

internal sealed class ModelCallMapping : IEntityTypeConfiguration<ModelCall>
{
    public void Configure(EntityTypeBuilder<ModelCall> builder)
    {
        builder.ToTable("model_calls");
        builder.HasIndex(call => new { call.UserId, call.MadeAt });
    }
}
