using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Calendar;

/// <summary>Something in the person's calendar.</summary>
[Record("event")]
public sealed class CalendarEvent : DomainRow
{
    /// <summary>What it is.</summary>
    [Words("what it is")]
    public required string Title { get; set; }

    /// <summary>When it starts; without a time it is an all-day event.</summary>
    public required SpokenTime Start { get; set; }

    /// <summary>When it ends, exclusive: the day after the last one for an all-day event.</summary>
    public required SpokenTime End { get; set; }

    /// <summary>Where.</summary>
    [Words("where")]
    public string? Location { get; set; }
}

internal sealed class CalendarEventMapping : IEntityTypeConfiguration<CalendarEvent>
{
    public void Configure(EntityTypeBuilder<CalendarEvent> builder)
    {
        builder.ToTable("events");
        builder.ComplexProperty(item => item.Start);
        builder.ComplexProperty(item => item.End);
    }
}

/// <summary>Events by name on the context.</summary>
public static class CalendarEventSet
{
    extension(AppDbContext db)
    {
        /// <summary>Events of the current person.</summary>
        public DbSet<CalendarEvent> Events => db.Set<CalendarEvent>();
    }
}
