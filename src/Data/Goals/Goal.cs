using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Goals;

/// <summary>Something the person wants to reach.</summary>
[Record("goal")]
public sealed class Goal : DomainRow
{
    /// <summary>The goal in the person's words.</summary>
    [Words("the goal")]
    public required string Title { get; set; }

    /// <summary>How it will be known to be reached.</summary>
    [Words("how it will be known to be reached")]
    public string? Target { get; set; }

    /// <summary>Until when.</summary>
    public SpokenTime? Due { get; set; }

    /// <summary>When it was reached (UTC), or none.</summary>
    public DateTimeOffset? CompletedAt { get; set; }
}

internal sealed class GoalMapping : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("goals");
        builder.ComplexProperty(goal => goal.Due);
    }
}

/// <summary>Goals by name on the context.</summary>
public static class GoalSet
{
    extension(AppDbContext db)
    {
        /// <summary>Goals of the current person.</summary>
        public DbSet<Goal> Goals => db.Set<Goal>();
    }
}
