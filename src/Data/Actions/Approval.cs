using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Actions;

/// <summary>What the owner decided.</summary>
public enum ApprovalState
{
    /// <summary>Not yet decided.</summary>
    Open,

    /// <summary>Allowed; carried out once.</summary>
    Approved,

    /// <summary>Refused.</summary>
    Rejected,

    /// <summary>Nobody decided in time: nothing was done.</summary>
    Expired,
}

/// <summary>A card that asks the owner for one act, bound to the hash of exactly what would be done. Used once; default no.</summary>
[DerivedFrom(Source.Action, nameof(ActionId), Keeps = true, Codes = [nameof(Hash)])]
public sealed class Approval : PersonalRow
{
    /// <summary>The action that waits.</summary>
    public required Guid ActionId { get; set; }

    /// <summary>SHA-256 (hex) of function and arguments, as on the card.</summary>
    [NoWords("hash")]
    public required string Hash { get; set; }

    /// <summary>Preview of what would be done, in the person's words.</summary>
    [Words("preview of what would be done")]
    public required string Text { get; set; }

    /// <summary>Whose words each argument is (JSON object: argument to origin), as it was when the card was made.</summary>
    [NoWords("kinds and references")]
    public string Origins { get; set; } = "{}";

    /// <summary>Whom alone the act would reach, where the owner may allow it for good; else none.</summary>
    [Words("whom an act would reach")]
    public string? Recipient { get; set; }

    /// <summary>The card that expired and is asked again by this one.</summary>
    public Guid? Renews { get; set; }

    /// <summary>Where it stands.</summary>
    public ApprovalState State { get; set; }

    /// <summary>After this instant the answer is no (database clock).</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When it was decided (database clock).</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>By which door the owner's hand decided it; none where nobody did in time.</summary>
    [NoWords("enum")]
    public string? DecidedBy { get; set; }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.ToTable("approvals");
        builder.Property(row => row.Origins).HasColumnType("json").HasDefaultValueSql("'{}'");
        builder.HasIndex(row => new { row.UserId, row.ActionId }).IsUnique();
        // A card is asked again once, however often that is pressed.
        builder.HasIndex(row => new { row.UserId, row.Renews }).IsUnique();
        builder.HasOne<ActionRow>().WithMany().HasForeignKey(row => new { row.UserId, row.ActionId });
    }
}

/// <summary>Approvals by name on the context.</summary>
public static class ApprovalSet
{
    extension(AppDbContext db)
    {
        /// <summary>Approval cards of the current person.</summary>
        public DbSet<Approval> Approvals => db.Set<Approval>();
    }
}
