using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>How far a reply has come.</summary>
public enum DeliveryState
{
    /// <summary>Waits to be sent by its channel.</summary>
    Waiting,

    /// <summary>Ready to be fetched: the channel's reader asks for it.</summary>
    Ready,

    /// <summary>The channel confirmed it.</summary>
    Delivered,

    /// <summary>The channel refused it for good.</summary>
    Failed,
}

/// <summary>A reply on its way out. Delivering it again never thinks again.</summary>
[DerivedFrom(Source.Turn, nameof(TurnId), Keeps = true, Stay = [nameof(Chat)])]
public sealed class OutboxMessage : PersonalRow
{
    /// <summary>The turn that replies.</summary>
    public required Guid TurnId { get; set; }

    /// <summary>Channel by which it leaves.</summary>
    [NoWords("name of a channel")]
    public required string Channel { get; set; }

    /// <summary>The channel's own name of the chat.</summary>
    [Words("name that the person gave to a chat")]
    public required string Chat { get; set; }

    /// <summary>The reply in words.</summary>
    [Words("the reply on its way out")]
    public required string Text { get; set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; set; }

    /// <summary>When it was written, by the database's clock.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
        builder.HasOne<Turn>().WithMany().HasForeignKey(row => new { row.UserId, row.TurnId });
    }
}
