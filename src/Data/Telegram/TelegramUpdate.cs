using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Telegram;

/// <summary>How far an update was dealt with.</summary>
public enum UpdateState
{
    /// <summary>Committed, and not yet dealt with.</summary>
    Waiting,

    /// <summary>Dealt with.</summary>
    Done,

    /// <summary>Of a kind that means nothing here.</summary>
    Ignored,
}

/// <summary>
/// An update of a paired chat that is no new message (a pressed button, an edited message, a kind that is not known), committed before it was
/// acknowledged. A new message is a row of <see cref="Turns.IncomingMessage"/> at once.
/// </summary>
public sealed class TelegramUpdate : PersonalRow
{
    /// <summary>The bot.</summary>
    public required long BotId { get; set; }

    /// <summary>Telegram's id of the update.</summary>
    public required long UpdateId { get; set; }

    /// <summary>The chat.</summary>
    public required long ChatId { get; set; }

    /// <summary>What kind of update it is, by Telegram's name.</summary>
    [NoWords("name of a kind of update")]
    public required string Kind { get; set; }

    /// <summary>The update itself (JSON) while it waits; nothing of it is kept after that.</summary>
    [Words("what was pressed or edited, until it is dealt with")]
    public string? Body { get; set; }

    /// <summary>How far it was dealt with.</summary>
    public UpdateState State { get; set; }

    /// <summary>When it was committed (database clock).</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}

internal sealed class TelegramUpdateMapping : IEntityTypeConfiguration<TelegramUpdate>
{
    public void Configure(EntityTypeBuilder<TelegramUpdate> builder)
    {
        builder.ToTable("telegram_updates");
        builder.Property(row => row.Body).HasColumnType("json");
        builder.Property(row => row.ReceivedAt).HasDefaultValueSql("now()");
        builder.HasIndex(row => new { row.UserId, row.BotId, row.UpdateId }).IsUnique();
    }
}
