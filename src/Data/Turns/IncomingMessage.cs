using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>What a channel received, committed before it was acknowledged. The same message twice is one row.</summary>
[DerivedFrom(Source.Message, nameof(Id), Keeps = true)]
public sealed class IncomingMessage : PersonalRow, ILabelled
{
    /// <summary>The conversation in which it was said.</summary>
    public required Guid ConversationId { get; set; }

    /// <summary>Channel that received it.</summary>
    [NoWords("name of a channel")]
    public required string Channel { get; set; }

    /// <summary>The channel's account (a bot, a browser), for which <see cref="ExternalId"/> is unique.</summary>
    [NoWords("name of a channel's account")]
    public required string Account { get; set; }

    /// <summary>The sender's own id of the message.</summary>
    [NoWords("the sender's id of the message")]
    public required string ExternalId { get; set; }

    /// <summary>The channel's own id of the message in its chat, where that is another than <see cref="ExternalId"/>.</summary>
    [NoWords("the channel's id of the message")]
    public string? ChannelMessage { get; set; }

    /// <summary>The turn to whose reply it answers, where the person said so.</summary>
    public Guid? QuotedTurnId { get; set; }

    /// <summary>The turn that answers it; none while it waits for the running one to end.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>The approval card that the owner answered with this message, or none.</summary>
    public Guid? ApprovalId { get; set; }

    /// <summary>What was said.</summary>
    [Words("the message itself")]
    public required string Text { get; set; }

    /// <summary>When it was said (UTC).</summary>
    public DateTimeOffset SaidAt { get; set; }

    /// <summary>When it was committed, by the database's clock.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Whose words they are: see <see cref="Data.Origin"/>.</summary>
    [NoWords("kind and reference")]
    public required string Origin { get; set; }
}

internal sealed class IncomingMessageMapping : IEntityTypeConfiguration<IncomingMessage>
{
    public void Configure(EntityTypeBuilder<IncomingMessage> builder)
    {
        builder.ToTable("incoming_messages");
        builder.Property(row => row.ReceivedAt).HasDefaultValueSql("now()");
        builder.HasIndex(row => new { row.UserId, row.Channel, row.Account, row.ExternalId }).IsUnique();
        builder.HasIndex(row => new { row.UserId, row.ConversationId, row.TurnId });
        builder.HasIndex(row => new { row.UserId, row.TurnId });
        builder.HasIndex(row => new { row.UserId, row.ConversationId, row.ChannelMessage }).HasFilter("channel_message is not null");
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => new { row.UserId, row.ConversationId });
    }
}
