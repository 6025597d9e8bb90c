using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Inbox;

/// <summary>What is not yet anything else.</summary>
[Record("inbox_item")]
public sealed class InboxItem : DomainRow
{
    /// <summary>What the person said.</summary>
    [Words("what was captured")]
    public required string Text { get; set; }

    /// <summary>What it became (<c>task</c>, <c>note</c>, <c>reminder</c>, <c>discard</c>), or none while it waits.</summary>
    [NoWords("enum")]
    public string? ProcessedInto { get; set; }

    /// <summary>When it was processed (UTC), or none.</summary>
    public DateTimeOffset? ProcessedAt { get; set; }
}

internal sealed class InboxItemMapping : IEntityTypeConfiguration<InboxItem>
{
    public void Configure(EntityTypeBuilder<InboxItem> builder) => builder.ToTable("inbox_items");
}

/// <summary>Inbox items by name on the context.</summary>
public static class InboxItemSet
{
    extension(AppDbContext db)
    {
        /// <summary>Inbox items of the current person.</summary>
        public DbSet<InboxItem> InboxItems => db.Set<InboxItem>();
    }
}
