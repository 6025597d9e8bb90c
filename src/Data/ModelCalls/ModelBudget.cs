using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.ModelCalls;

/// <summary>
/// What the whole household used of models on one day. <c>paid</c> is money, over all providers, by the days of the owner's zone;
/// <c>gemini-free</c> is requests, by Google's days, which end at midnight in Los Angeles. Calls are reserved under this row's lock.
/// </summary>
public sealed class ModelBudget
{
    /// <summary>The budget of money.</summary>
    public const string Paid = "paid";

    /// <summary>Its name.</summary>
    [NoWords("name of a budget")]
    public required string Budget { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>What settled calls cost, in millionths of a US dollar.</summary>
    public long Spent { get; set; }

    /// <summary>The most that calls not settled yet may cost; a crash leaves its calls here.</summary>
    public long Reserved { get; set; }

    /// <summary>Requests, whatever came of them.</summary>
    public int Requests { get; set; }

    /// <summary>What the owner allowed for this day beyond the cap.</summary>
    public long Extra { get; set; }

    /// <summary>Whether somebody was told that four fifths are used.</summary>
    public bool SaidNearly { get; set; }

    /// <summary>Whether somebody was told that it is used up: settled calls leave no room for a further one.</summary>
    public bool SaidFull { get; set; }
}

/// <summary>A provider that must not be asked for a while, because its quota of the day is used up.</summary>
public sealed class ModelBreaker
{
    /// <summary>The provider.</summary>
    [NoWords("name of a provider")]
    public required string Provider { get; set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset OpenUntil { get; set; }
}

internal sealed class ModelBudgetMapping : IEntityTypeConfiguration<ModelBudget>, IEntityTypeConfiguration<ModelBreaker>
{
    public void Configure(EntityTypeBuilder<ModelBudget> builder)
    {
        builder.ToTable("model_budgets", "accounts");
        builder.HasKey(row => new { row.Budget, row.Day });
    }

    public void Configure(EntityTypeBuilder<ModelBreaker> builder)
    {
        builder.ToTable("model_breakers", "accounts");
        builder.HasKey(row => row.Provider);
    }
}
