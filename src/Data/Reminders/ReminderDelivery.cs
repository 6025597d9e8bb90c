using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Reminders;

/// <summary>How the telling of a reminder ended.</summary>
public enum DeliveryEnd
{
    /// <summary>Claimed, and on its way.</summary>
    Underway,

    /// <summary>Told within its minute.</summary>
    OnTime,

    /// <summary>Told late.</summary>
    Late,

    /// <summary>Not told, as the person's policy says: a later one of the same reminder was told instead.</summary>
    Skipped,

    /// <summary>Its channel failed, and it is told by another way.</summary>
    Failed,
}

/// <summary>One telling of a reminder: at most one for each time at which it is due. It holds no words: what is said stands with the reminder.</summary>
public sealed class ReminderDelivery : PersonalRow
{
    /// <summary>The reminder.</summary>
    public required Guid ReminderId { get; set; }

    /// <summary>The time at which it is due (UTC).</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Which telling of that time it is: 0, and more for one that is repeated until it is ticked off.</summary>
    public int Repetition { get; set; }

    /// <summary>How it ended.</summary>
    public DeliveryEnd End { get; set; }

    /// <summary>The message that tells it, together with the others of that message; none where it is not told.</summary>
    public Guid? MessageId { get; set; }

    /// <summary>How many whole minutes late it is told, as its words say.</summary>
    public int MinutesLate { get; set; }

    /// <summary>When it was claimed, by the people's clock (UTC).</summary>
    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>When the channel confirmed it, by the people's clock (UTC), or none.</summary>
    public DateTimeOffset? ToldAt { get; set; }
}

internal sealed class ReminderDeliveryMapping : IEntityTypeConfiguration<ReminderDelivery>
{
    public void Configure(EntityTypeBuilder<ReminderDelivery> builder)
    {
        builder.ToTable("reminder_deliveries");
        builder.HasIndex(row => new { row.UserId, row.ReminderId, row.DueAt, row.Repetition }).IsUnique();
        builder.HasIndex(row => new { row.UserId, row.MessageId }).HasFilter("message_id is not null");
    }
}
