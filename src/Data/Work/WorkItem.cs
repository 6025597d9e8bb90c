using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Work;

/// <summary>
/// Something that must be brought to an end, found across people without reading their data:
/// it points to a row and holds no content, so its table has no policy.
/// </summary>
public sealed class WorkItem
{
    /// <summary>Whose work it is.</summary>
    public Guid UserId { get; set; }

    /// <summary>What it is: <c>turn</c>, …</summary>
    [NoWords("enum")]
    public required string Kind { get; set; }

    /// <summary>The row that it points to.</summary>
    public Guid Id { get; set; }

    /// <summary>Not before this instant: by the database's clock, for reminders and briefs by the people's.</summary>
    public DateTimeOffset RunAt { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; set; }

    /// <summary>Key of the advisory lock that the owning process holds.</summary>
    public long Owner { get; set; }

    /// <summary>Grows by one with each take-over; every transaction of the work checks it.</summary>
    public long Fence { get; set; }
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("work");
        builder.HasKey(row => new { row.UserId, row.Kind, row.Id });
        builder.Property(row => row.RunAt).HasDefaultValueSql("now()");
        builder.HasIndex(row => row.Owner);
        builder.HasIndex(row => row.RunAt).HasFilter("kind in ('reminder', 'brief')").HasDatabaseName("ix_work_people_time");
    }
}
