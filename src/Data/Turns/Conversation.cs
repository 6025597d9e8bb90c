using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>What is said in one chat of one channel: one row for each.</summary>
public sealed class Conversation : DomainRow
{
    /// <summary>Channel: <c>web</c>, <c>cli</c>, …</summary>
    [NoWords("name of a channel")]
    public required string Channel { get; set; }

    /// <summary>The channel's own name of the chat.</summary>
    [Words("name that the person gave to a chat")]
    public required string Chat { get; set; }

    /// <summary>Turns before this instant are no longer context (UTC).</summary>
    public DateTimeOffset HistoryFrom { get; set; }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations");
        builder.HasIndex(row => new { row.UserId, row.Channel, row.Chat }).IsUnique();
    }
}
