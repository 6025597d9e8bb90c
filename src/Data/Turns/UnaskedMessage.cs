using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>What the assistant says of itself.</summary>
public enum UnaskedKind
{
    /// <summary>The morning brief.</summary>
    Brief,
}

/// <summary>That something was said without having been asked on a day of the person's: each kind once, and few in all. Reminders do not count.</summary>
public sealed class UnaskedMessage : PersonalRow
{
    /// <summary>At most so many on one day.</summary>
    public const int MostADay = 3;

    /// <summary>The day, where the person was.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>What was said.</summary>
    public UnaskedKind Kind { get; set; }

    /// <summary>The message.</summary>
    public required Guid MessageId { get; set; }
}

internal sealed class UnaskedMessageMapping : IEntityTypeConfiguration<UnaskedMessage>
{
    public void Configure(EntityTypeBuilder<UnaskedMessage> builder)
    {
        builder.ToTable("unasked_messages");
        builder.HasIndex(row => new { row.UserId, row.Day, row.Kind }).IsUnique();
    }
}
