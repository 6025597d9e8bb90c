using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Actions;

/// <summary>
/// One transition of one action. Written only by the database function <c>append_log</c>; each row's hash covers the one before,
/// so that a row changed or taken out breaks the person's chain.
/// </summary>
public sealed class AssistantLog
{
    /// <summary>Whose chain.</summary>
    public Guid UserId { get; set; }

    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Seq { get; set; }

    /// <summary>When, by the database's clock.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What happened: <c>done</c>, <c>failed</c>, <c>refused</c>, <c>undone</c>, …</summary>
    [NoWords("enum")]
    public required string Kind { get; set; }

    /// <summary>The action.</summary>
    public Guid? ActionId { get; set; }

    /// <summary>The turn.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>SHA-256 of salt and payload.</summary>
    [NoWords("salted hash")]
    public required byte[] PayloadHash { get; set; }

    /// <summary>SHA-256 over the previous row's hash and this row.</summary>
    [NoWords("hash")]
    public required byte[] Hash { get; set; }
}

/// <summary>What a log row tells, with the salt of its hash: both can be forgotten while the chain still verifies.</summary>
[DerivedFrom(Source.Log, nameof(Seq))]
public sealed class AssistantLogPayload
{
    /// <summary>Whose chain.</summary>
    public Guid UserId { get; set; }

    /// <summary>The log row.</summary>
    public long Seq { get; set; }

    /// <summary>Random bytes that keep short payloads from being guessed by their hash.</summary>
    [NoWords("random bits")]
    public required byte[] Salt { get; set; }

    /// <summary>The payload (JSON as text: the stored bytes are what was hashed).</summary>
    [Words("arguments and result of a logged action")]
    public required string Payload { get; set; }
}

/// <summary>The end of a person's chain.</summary>
public sealed class AssistantLogHead
{
    /// <summary>Whose chain.</summary>
    public Guid UserId { get; set; }

    /// <summary>Last place.</summary>
    public long Seq { get; set; }

    /// <summary>Last hash.</summary>
    [NoWords("hash")]
    public required byte[] Hash { get; set; }
}

internal sealed class AssistantLogMapping
    : IEntityTypeConfiguration<AssistantLog>, IEntityTypeConfiguration<AssistantLogPayload>, IEntityTypeConfiguration<AssistantLogHead>
{
    public void Configure(EntityTypeBuilder<AssistantLog> builder)
    {
        builder.ToTable("assistant_logs");
        builder.HasKey(row => new { row.UserId, row.Seq });
        builder.HasIndex(row => new { row.UserId, row.ActionId });
    }

    public void Configure(EntityTypeBuilder<AssistantLogPayload> builder)
    {
        builder.ToTable("assistant_log_payloads");
        builder.HasKey(row => new { row.UserId, row.Seq });
    }

    public void Configure(EntityTypeBuilder<AssistantLogHead> builder)
    {
        builder.ToTable("assistant_log_heads");
        builder.HasKey(row => row.UserId);
    }
}
