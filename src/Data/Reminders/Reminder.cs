using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Reminders;

/// <summary>Where a reminder stands in the person's hands. Deliveries have rows of their own.</summary>
public enum ReminderStatus
{
    /// <summary>Its time is still to come, or has come and it was not ticked off.</summary>
    Pending,

    /// <summary>Ticked off.</summary>
    Done,
}

/// <summary>Something to be told at a moment, once or again and again.</summary>
[Record("reminder")]
public sealed class Reminder : DomainRow
{
    /// <summary>What to say.</summary>
    [Words("what to say")]
    public required string Text { get; set; }

    /// <summary>When to say it next.</summary>
    public required SpokenTime Due { get; set; }

    /// <summary>RFC 5545 recurrence rule without the <c>RRULE:</c> prefix, or none.</summary>
    [NoWords("recurrence rule")]
    public string? Repeat { get; set; }

    /// <summary>Wall time of the first occurrence, from which the rule counts.</summary>
    public required DateTime Anchor { get; set; }

    /// <summary>Whether it is told again every ten minutes until it is ticked off.</summary>
    public bool Insists { get; set; }

    /// <summary>The conversation in which it was set: it is told there. None: wherever the person is reached.</summary>
    public Guid? ConversationId { get; set; }

    /// <summary>Where it stands.</summary>
    public ReminderStatus Status { get; set; }

    /// <summary>When it was ticked off (UTC), or none.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders");
        builder.ComplexProperty(reminder => reminder.Due);
    }
}

/// <summary>Reminders by name on the context.</summary>
public static class ReminderSet
{
    extension(AppDbContext db)
    {
        /// <summary>Reminders of the current person.</summary>
        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
