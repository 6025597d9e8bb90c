using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Health;

/// <summary>How one day was: one row a person and day. What was not told is none.</summary>
[Record("check_in")]
public sealed class CheckIn : DomainRow
{
    /// <summary>The day in the person's zone.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>Hours slept.</summary>
    public decimal? SleepHours { get; set; }

    /// <summary>Energy, 1 (none) to 5 (full).</summary>
    public int? Energy { get; set; }

    /// <summary>Mood, 1 (bad) to 5 (great).</summary>
    public int? Mood { get; set; }

    /// <summary>Minutes of exercise.</summary>
    public int? ExerciseMinutes { get; set; }

    /// <summary>Litres of water.</summary>
    public decimal? WaterLitres { get; set; }

    /// <summary>Weight in kilograms.</summary>
    public decimal? WeightKg { get; set; }

    /// <summary>Anything more about the day.</summary>
    [Words("what was told about the day")]
    public string? Note { get; set; }
}

internal sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("check_ins");
        builder.HasIndex(checkIn => new { checkIn.UserId, checkIn.Day }).IsUnique();
    }
}

/// <summary>Check-ins by name on the context.</summary>
public static class CheckInSet
{
    extension(AppDbContext db)
    {
        /// <summary>Check-ins of the current person.</summary>
        public DbSet<CheckIn> CheckIns => db.Set<CheckIn>();
    }
}
