using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>How far a reply has come.</summary>
public enum DeliveryState
{
    /// <summary>Waits to be sent by its channel.</summary>
    Waiting,

    /// <summary>May have left: whoever finds it so sends it again, and marks it as a possible repeat.</summary>
    Sending,

    /// <summary>Ready to be fetched: the channel's reader asks for it.</summary>
    Ready,

    /// <summary>The channel confirmed it.</summary>
    Delivered,

    /// <summary>The channel refused it for good.</summary>
    Failed,
}

/// <summary>What is on its way out.</summary>
public enum OutboxKind
{
    /// <summary>The reply of a turn.</summary>
    Reply,

    /// <summary>An approval card: <see cref="OutboxMessage.SubjectId"/> is the card.</summary>
    Card,

    /// <summary>A reminder that is due: <see cref="OutboxMessage.SubjectId"/> is its first <see cref="Reminders.ReminderDelivery"/> of those told together.</summary>
    Reminder,

    /// <summary>What a pressed button did: <see cref="OutboxMessage.SubjectId"/> is the action.</summary>
    Receipt,

    /// <summary>Words of the assistant that answer nothing.</summary>
    Notice,
}

/// <summary>A message on its way out. Delivering it again never thinks again.</summary>
[DerivedFrom(Source.Turn, nameof(TurnId), Keeps = true, Stay = [nameof(Chat)])]
public sealed class OutboxMessage : PersonalRow
{
    /// <summary>What it is.</summary>
    public OutboxKind Kind { get; set; }

    /// <summary>The turn that replies; none where nothing was asked.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>What it shows, by its kind, or none. Its words stand there, and are read when it is sent.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>Channel by which it leaves.</summary>
    [NoWords("name of a channel")]
    public required string Channel { get; set; }

    /// <summary>The channel's own name of the chat.</summary>
    [Words("name that the person gave to a chat")]
    public required string Chat { get; set; }

    /// <summary>The reply or notice in words.</summary>
    [Words("the reply on its way out")]
    public required string Text { get; set; }

    /// <summary>How far it has come.</summary>
    public DeliveryState State { get; set; }

    /// <summary>Whether it may have come twice: a first sending was cut off.</summary>
    public bool PossibleRepeat { get; set; }

    /// <summary>How often it was begun to be sent.</summary>
    public int Attempts { get; set; }

    /// <summary>The channel's own ids of what it became, with commas, or none.</summary>
    [NoWords("the channel's ids of messages")]
    public string? ChannelMessages { get; set; }

    /// <summary>Why it failed, or none.</summary>
    [NoWords("code of an error")]
    public string? Fault { get; set; }

    /// <summary>When it was written, by the database's clock.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(row => row.Kind).HasDefaultValue(OutboxKind.Reply);
        builder.HasIndex(row => new { row.UserId, row.Channel, row.Chat, row.CreatedAt }).HasFilter("state in ('waiting', 'sending')").HasDatabaseName("ix_outbox_messages_leaving");
        builder.HasIndex(row => new { row.UserId, row.TurnId });
        builder.HasIndex(row => new { row.UserId, row.SubjectId }).HasFilter("subject_id is not null");
        builder.HasOne<Turn>().WithMany().HasForeignKey(row => new { row.UserId, row.TurnId });
    }
}
