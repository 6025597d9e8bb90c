using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>What an attachment is.</summary>
public enum AttachmentKind
{
    /// <summary>Speech.</summary>
    Voice,

    /// <summary>Other sound.</summary>
    Audio,

    /// <summary>A picture.</summary>
    Photo,

    /// <summary>A PDF or another document.</summary>
    Document,
}

/// <summary>How far an attachment was fetched.</summary>
public enum AttachmentState
{
    /// <summary>Still at the channel.</summary>
    Waiting,

    /// <summary>Kept under the data directory.</summary>
    Kept,

    /// <summary>Too large, or of a kind that is not taken.</summary>
    Refused,

    /// <summary>The channel did not give it.</summary>
    Failed,
}

/// <summary>A file that came with a message: others may have made it, so its content is never the person's own words.</summary>
[DerivedFrom(Source.Message, nameof(MessageId))]
public sealed class Attachment : PersonalRow
{
    /// <summary>The message.</summary>
    public required Guid MessageId { get; set; }

    /// <summary>What it is.</summary>
    public AttachmentKind Kind { get; set; }

    /// <summary>The channel's name of the file, by which it is fetched.</summary>
    [NoWords("a channel's own name of a file")]
    public required string ChannelFile { get; set; }

    /// <summary>Its name as it came, without a path.</summary>
    [Words("name of a file")]
    public string? FileName { get; set; }

    /// <summary>Its media type as it came.</summary>
    [NoWords("media type")]
    public string? MediaType { get; set; }

    /// <summary>Its size in bytes, as told or as kept.</summary>
    public long? Size { get; set; }

    /// <summary>SHA-256 (hex) of its bytes: its place under the data directory. Of no use once the file is gone, and goes with it.</summary>
    [NoWords("hash")]
    public string? Hash { get; set; }

    /// <summary>How far it was fetched.</summary>
    public AttachmentState State { get; set; }

    /// <summary>What is said or written in it, once that was read.</summary>
    [Words("what is said or written in a file")]
    public string? Text { get; set; }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.HasIndex(row => new { row.UserId, row.MessageId });
        builder.HasIndex(row => new { row.UserId, row.Hash });
        builder.HasOne<IncomingMessage>().WithMany().HasForeignKey(row => new { row.UserId, row.MessageId });
    }
}
