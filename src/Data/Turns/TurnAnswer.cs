using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Turns;

/// <summary>The planner's answer of one round, stored with the first row that it causes, so that a resumed turn does not think again.</summary>
[DerivedFrom(Source.Turn, nameof(TurnId))]
public sealed class TurnAnswer
{
    /// <summary>Whose turn.</summary>
    public Guid UserId { get; set; }

    /// <summary>The turn.</summary>
    public Guid TurnId { get; set; }

    /// <summary>Round of the function loop, from 0.</summary>
    public int Round { get; set; }

    /// <summary>The answer, lossless: a serialised chat response.</summary>
    [Words("the planner's answer, with its calls")]
    public required string Answer { get; set; }
}

internal sealed class TurnAnswerMapping : IEntityTypeConfiguration<TurnAnswer>
{
    public void Configure(EntityTypeBuilder<TurnAnswer> builder)
    {
        builder.ToTable("turn_answers");
        builder.HasKey(row => new { row.UserId, row.TurnId, row.Round });
        builder.Property(row => row.Answer).HasColumnType("json");
        builder.HasOne<Turn>().WithMany().HasForeignKey(row => new { row.UserId, row.TurnId });
    }
}
