using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Tasks;

/// <summary>How much a task matters.</summary>
public enum Priority
{
    /// <summary>Can wait.</summary>
    Low,

    /// <summary>The usual.</summary>
    Medium,

    /// <summary>Before the others.</summary>
    High,
}

/// <summary>Something to do.</summary>
[Record("task")]
public sealed class TaskItem : DomainRow
{
    /// <summary>What is to be done, in the person's words.</summary>
    [Words("what is to be done")]
    public required string Title { get; set; }

    /// <summary>Anything more about it.</summary>
    [Words("more about the task")]
    public string? Notes { get; set; }

    /// <summary>How much it matters.</summary>
    public Priority Priority { get; set; } = Priority.Medium;

    /// <summary>When it is due.</summary>
    public SpokenTime? Due { get; set; }

    /// <summary>When it was done (UTC), or none.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}

internal sealed class TaskItemMapping : IEntityTypeConfiguration<TaskItem>
{
    public void Configure(EntityTypeBuilder<TaskItem> builder)
    {
        builder.ToTable("tasks");
        builder.ComplexProperty(task => task.Due);
    }
}

/// <summary>Tasks by name on the context.</summary>
public static class TaskItemSet
{
    extension(AppDbContext db)
    {
        /// <summary>Tasks of the current person.</summary>
        public DbSet<TaskItem> Tasks => db.Set<TaskItem>();
    }
}
