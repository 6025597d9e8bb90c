using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data;

/// <summary>
/// Something that was forgotten: its id and none of its words. The same is kept outside the database, so that a backup that still holds it
/// forgets it again when it is restored.
/// </summary>
public sealed class Forgotten : PersonalRow
{
    /// <summary>All that the person has, up to <see cref="At"/>.</summary>
    public const string Everything = "everything";

    /// <summary>A message, and what was done because of it.</summary>
    public const string Message = "message";

    /// <summary>What it was: the kind of a record, <see cref="Message"/> or <see cref="Everything"/>.</summary>
    [NoWords("kind of a thing")]
    public required string Kind { get; set; }

    /// <summary>When, by the database's clock.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class ForgottenMapping : IEntityTypeConfiguration<Forgotten>
{
    public void Configure(EntityTypeBuilder<Forgotten> builder)
    {
        builder.ToTable("forgotten");
        builder.Property(row => row.At).HasDefaultValueSql("clock_timestamp()");
    }
}
