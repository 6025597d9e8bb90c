using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Profiles;

/// <summary>Who the person is and how they live: one row a person, whose id is the person's.</summary>
public sealed class Profile : DomainRow
{
    /// <summary>How the person wants to be called.</summary>
    [Words("the person's name")]
    public string? Name { get; set; }

    /// <summary>Language of all words: <c>pt-BR</c> or <c>en</c>.</summary>
    [NoWords("pt-BR or en")]
    public required string Language { get; set; }

    /// <summary>IANA zone in which the person lives.</summary>
    [NoWords("IANA zone")]
    public required string Zone { get; set; }

    /// <summary>Start of the working hours.</summary>
    public TimeOnly WorkStart { get; set; } = new(9, 0);

    /// <summary>End of the working hours.</summary>
    public TimeOnly WorkEnd { get; set; } = new(18, 0);

    /// <summary>Start of the quiet hours: nothing that the person did not ask for at that hour is told.</summary>
    public TimeOnly QuietFrom { get; set; } = new(22, 0);

    /// <summary>End of the quiet hours; the same as their start: there are none.</summary>
    public TimeOnly QuietTo { get; set; } = new(7, 0);

    /// <summary>When the morning brief is told, or none: it is off until accepted.</summary>
    public TimeOnly? BriefAt { get; set; }

    /// <summary>What the assistant should know about the person, in their own words.</summary>
    [Words("what the person told about themselves")]
    public string? About { get; set; }
}

internal sealed class ProfileMapping : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> builder)
    {
        builder.ToTable("profiles");
        builder.Property(profile => profile.QuietFrom).HasDefaultValue(new TimeOnly(22, 0)).HasSentinel(new TimeOnly(22, 0));
        builder.Property(profile => profile.QuietTo).HasDefaultValue(new TimeOnly(7, 0)).HasSentinel(new TimeOnly(7, 0));
    }
}

/// <summary>Profiles by name on the context.</summary>
public static class ProfileSet
{
    extension(AppDbContext db)
    {
        /// <summary>The person's profile: at most one row.</summary>
        public DbSet<Profile> Profiles => db.Set<Profile>();
    }
}
