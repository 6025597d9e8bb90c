using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Undo;

/// <summary>One row before and after one action, written by the trigger <c>record_undo</c>.</summary>
[DerivedFrom(Source.Record, nameof(RowId), Table = nameof(TableName))]
public sealed class UndoImage
{
    /// <summary>Whose row.</summary>
    public Guid UserId { get; set; }

    /// <summary>Order in which the rows changed.</summary>
    public long Id { get; set; }

    /// <summary>The action that changed it.</summary>
    public Guid ActionId { get; set; }

    /// <summary>The domain table.</summary>
    [NoWords("name of a table")]
    public required string TableName { get; set; }

    /// <summary>The row's id.</summary>
    public Guid RowId { get; set; }

    /// <summary>The row before (JSON), or none where it was made.</summary>
    [Words("a row as it had been")]
    public string? Before { get; set; }

    /// <summary>The row after (JSON), or none where it was deleted.</summary>
    [Words("a row as it was made")]
    public string? After { get; set; }
}

internal sealed class UndoImageMapping : IEntityTypeConfiguration<UndoImage>
{
    public void Configure(EntityTypeBuilder<UndoImage> builder)
    {
        builder.ToTable("undo_images");
        builder.HasKey(row => new { row.UserId, row.Id });
        builder.Property(row => row.Id).UseIdentityAlwaysColumn();
        builder.Property(row => row.Before).HasColumnType("jsonb");
        builder.Property(row => row.After).HasColumnType("jsonb");
        builder.HasIndex(row => new { row.UserId, row.ActionId });
    }
}
