using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Actions;

/// <summary>Where an action stands.</summary>
public enum ActionState
{
    /// <summary>Waits for the owner's decision.</summary>
    PendingApproval,

    /// <summary>May have left the house; only looked up from here on, never sent again.</summary>
    InFlight,

    /// <summary>Happened.</summary>
    Done,

    /// <summary>Did not happen.</summary>
    Failed,

    /// <summary>Was not allowed, or the owner said no.</summary>
    Refused,

    /// <summary>Nobody knows whether it happened; shown as such.</summary>
    Unknown,

    /// <summary>Happened and was taken back.</summary>
    Undone,
}

/// <summary>One call of a function and what came of it: the current state. The log holds how it got there.</summary>
[DerivedFrom(Source.Action, nameof(Id), Keeps = true, Codes = [nameof(ArgumentsHash)])]
public sealed class ActionRow : PersonalRow, ILabelled
{
    /// <summary>The turn that called, or none at other doors.</summary>
    public Guid? TurnId { get; set; }

    /// <summary>The turn's conversation.</summary>
    public Guid? ConversationId { get; set; }

    /// <summary>Round of the function loop.</summary>
    public int? Round { get; set; }

    /// <summary>Place among the calls of that round.</summary>
    public int? Position { get; set; }

    /// <summary>What makes the call one: a repeat finds this row.</summary>
    [NoWords("place in a turn, or a program's own key of the call")]
    public required string Key { get; set; }

    /// <summary><c>plugin.function</c>.</summary>
    [NoWords("name of a function")]
    public required string Function { get; set; }

    /// <summary>Its effect: read, write, remote, outward, erase.</summary>
    [NoWords("enum")]
    public required string Effect { get; set; }

    /// <summary>Where it stands.</summary>
    public ActionState State { get; set; }

    /// <summary>By which door it came.</summary>
    [NoWords("enum")]
    public required string Door { get; set; }

    /// <summary>The arguments as called (JSON object).</summary>
    [Words("what was said, as arguments")]
    public required string Arguments { get; set; }

    /// <summary>SHA-256 (hex) of function and arguments.</summary>
    [NoWords("hash")]
    public required string ArgumentsHash { get; set; }

    /// <summary>What the function returned, or the error (JSON), or none.</summary>
    [Words("the row that came of it")]
    public string? Result { get; set; }

    /// <summary>The result in the person's words.</summary>
    [Words("the receipt in words")]
    public string? Text { get; set; }

    /// <summary>The most foreign origin in the call's context.</summary>
    [NoWords("kind and reference")]
    public required string Origin { get; set; }

    /// <summary>What the policy said of it when it was called: run, ask, deny; none where it was called before that was kept.</summary>
    [NoWords("enum")]
    public string? Verdict { get; set; }

    /// <summary>The policy's rule that said so; none where no rule concerned it, so that it ran.</summary>
    [NoWords("code of a rule")]
    public string? Rule { get; set; }

    /// <summary>The standing permission by which it ran unasked.</summary>
    public Guid? Permission { get; set; }

    /// <summary>The most foreign origin of all that was in context when the policy was asked.</summary>
    [NoWords("kind and reference")]
    public string? Context { get; set; }

    /// <summary>Whose words each argument is (JSON object: argument to origin), as it was when it was called.</summary>
    [NoWords("kinds and references")]
    public string Origins { get; set; } = "{}";

    /// <summary>Deadline after which an <see cref="ActionState.InFlight"/> one is looked up (database clock).</summary>
    public DateTimeOffset? Deadline { get; set; }

    /// <summary>Until when it can be undone, or none.</summary>
    public DateTimeOffset? UndoUntil { get; set; }

    /// <summary>The action that took it back.</summary>
    public Guid? UndoneBy { get; set; }

    /// <summary>When it was called, by the database's clock.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class ActionRowMapping : IEntityTypeConfiguration<ActionRow>
{
    public void Configure(EntityTypeBuilder<ActionRow> builder)
    {
        builder.ToTable("actions");
        builder.Property(row => row.Arguments).HasColumnType("json");
        builder.Property(row => row.Result).HasColumnType("json");
        builder.Property(row => row.Origins).HasColumnType("json").HasDefaultValueSql("'{}'");
        builder.Property(row => row.CreatedAt).HasDefaultValueSql("clock_timestamp()");
        builder.HasIndex(row => new { row.UserId, row.Key }).IsUnique();
        builder.HasIndex(row => new { row.UserId, row.TurnId });
    }
}

/// <summary>Actions by name on the context.</summary>
public static class ActionSet
{
    extension(AppDbContext db)
    {
        /// <summary>Actions of the current person.</summary>
        public DbSet<ActionRow> Actions => db.Set<ActionRow>();
    }
}
