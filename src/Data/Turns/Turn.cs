using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>Where a turn stands.</summary>
public enum TurnState
{
    /// <summary>Being answered: at most one a conversation.</summary>
    Running,

    /// <summary>Answered.</summary>
    Done,

    /// <summary>Ended by an error; the reply says so.</summary>
    Failed,

    /// <summary>Stopped by the person.</summary>
    Cancelled,
}

/// <summary>One answer to one or more messages, from the first of them to the reply.</summary>
[DerivedFrom(Source.Turn, nameof(Id), Keeps = true)]
public sealed class Turn : PersonalRow
{
    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; set; }

    /// <summary>Where it stands.</summary>
    public TurnState State { get; set; }

    /// <summary>How many messages have joined it.</summary>
    public int Joined { get; set; }

    /// <summary>Whether the planner's first answer is stored: then no message joins any more.</summary>
    public bool Answered { get; set; }

    /// <summary>Which planner answered: <c>offline</c>, <c>gemini</c>.</summary>
    [NoWords("name of a planner")]
    public string? Planner { get; set; }

    /// <summary>The model that answered.</summary>
    [NoWords("name of a model")]
    public string? Model { get; set; }

    /// <summary>SHA-256 of the catalogue of functions that the planner was shown.</summary>
    [NoWords("hash")]
    public string? CatalogueHash { get; set; }

    /// <summary>SHA-256 of the system prompt.</summary>
    [NoWords("hash")]
    public string? PromptHash { get; set; }

    /// <summary>The earlier turns of the conversation that its planner was shown; none where no planner was asked, or it was not kept yet.</summary>
    [NoWords("ids of turns")]
    public Guid[]? Shown { get; set; }

    /// <summary>The most foreign origin in the context with which it began.</summary>
    [NoWords("kind and reference")]
    public string? Context { get; set; }

    /// <summary>The zone in which its planner was told the time.</summary>
    [NoWords("name of a zone")]
    public string? Zone { get; set; }

    /// <summary>The language in which it answers.</summary>
    [NoWords("name of a language")]
    public string? Language { get; set; }

    /// <summary>What the assistant said, apart from receipts of writes.</summary>
    [Words("what the assistant said")]
    public string? Text { get; set; }

    /// <summary>The whole reply: receipts in words and text.</summary>
    [Words("the whole reply")]
    public string? Reply { get; set; }

    /// <summary>The question that the reply asks, or none.</summary>
    [Words("the question asked")]
    public string? Question { get; set; }

    /// <summary>The channel's own id of the message in which the reply is being shown as it comes; <c>?</c> while that is being sent; none else.</summary>
    [NoWords("the channel's id of a message")]
    public string? ChannelDraft { get; set; }

    /// <summary>When it began, by the database's clock.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it ended, by the database's clock.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

internal sealed class TurnMapping : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turns");
        builder.Property(turn => turn.StartedAt).HasDefaultValueSql("now()");
        builder.HasIndex(turn => new { turn.UserId, turn.ConversationId })
            .IsUnique().HasFilter("state = 'running'").HasDatabaseName("ux_turns_one_running");
        builder.HasIndex(turn => new { turn.UserId, turn.ConversationId, turn.Id });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(turn => new { turn.UserId, turn.ConversationId });
    }
}
