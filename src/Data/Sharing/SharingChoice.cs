using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Sharing;

/// <summary>Kinds of data whose way to a model the person switches.</summary>
public enum DataKind
{
    /// <summary>Check-ins and habits.</summary>
    Health,

    /// <summary>Mail.</summary>
    Mail,

    /// <summary>Files.</summary>
    Files,

    /// <summary>People and how to reach them.</summary>
    Contacts,

    /// <summary>What the assistant remembers.</summary>
    Memories,
}

/// <summary>What the person chose for one kind of data; without a row the tier's default holds.</summary>
public sealed class SharingChoice : DomainRow
{
    /// <summary>The kind.</summary>
    public DataKind Kind { get; set; }

    /// <summary>Whether it may leave for a model.</summary>
    public bool Allowed { get; set; }
}

internal sealed class SharingChoiceMapping : IEntityTypeConfiguration<SharingChoice>
{
    public void Configure(EntityTypeBuilder<SharingChoice> builder)
    {
        builder.ToTable("sharing_choices");
        builder.HasIndex(row => new { row.UserId, row.Kind }).IsUnique();
    }
}

/// <summary>Choices by name on the context.</summary>
public static class SharingChoiceSet
{
    extension(AppDbContext db)
    {
        /// <summary>What the current person chose.</summary>
        public DbSet<SharingChoice> SharingChoices => db.Set<SharingChoice>();
    }
}
