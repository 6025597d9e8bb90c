using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace TbPersonalOs.Data.Notes;

/// <summary>Something to keep.</summary>
[Record("note")]
public sealed class Note : DomainRow
{
    /// <summary>A short name, or none.</summary>
    [Words("its name")]
    public string? Title { get; set; }

    /// <summary>The note.</summary>
    [Words("the note")]
    public required string Text { get; set; }

    /// <summary>Words of title and text for full-text search, kept by the database.</summary>
    [Words("words of the note, stemmed")]
    public NpgsqlTsVector Search { get; private set; } = null!;
}

internal sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("notes");
        builder.Property(note => note.Search).HasComputedColumnSql(
            "to_tsvector('public.tbos'::regconfig, coalesce(title, '') || ' ' || text)", stored: true);
    }
}

/// <summary>Notes by name on the context.</summary>
public static class NoteSet
{
    extension(AppDbContext db)
    {
        /// <summary>Notes of the current person.</summary>
        public DbSet<Note> Notes => db.Set<Note>();
    }
}
