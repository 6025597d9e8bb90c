using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TbPersonalOs.Data.Accounts;

namespace TbPersonalOs.Data.Telegram;

/// <summary>A bot by which people reach the house. Read before anyone is known; holds no content.</summary>
public sealed class TelegramBot
{
    /// <summary>Telegram's id of the bot.</summary>
    public long BotId { get; set; }

    /// <summary>The update that long polling asks for next.</summary>
    public long NextUpdate { get; set; }

    /// <summary>When Telegram was heard last, by the people's clock (UTC): a gap of more than a day is told.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}

/// <summary>A chat that was paired with a person. Read before anyone is known; holds no content.</summary>
public sealed class TelegramChat
{
    /// <summary>The bot.</summary>
    public long BotId { get; set; }

    /// <summary>Telegram's id of the chat.</summary>
    public long ChatId { get; set; }

    /// <summary>Whose chat it is.</summary>
    public Guid UserId { get; set; }

    /// <summary>Whether several people can read it: allowed by the owner alone.</summary>
    public bool IsGroup { get; set; }

    /// <summary>When it was paired.</summary>
    public DateTimeOffset PairedAt { get; set; }

    /// <summary>When Telegram said that the bot is not wanted there any more, or none.</summary>
    public DateTimeOffset? BlockedAt { get; set; }
}

/// <summary>A code that joins a chat and a person: asked for by the one, entered by the other.</summary>
public sealed class Pairing
{
    /// <summary>SHA-256 of the code: the code itself is not stored.</summary>
    [NoWords("hash of random letters")]
    public required byte[] CodeHash { get; set; }

    /// <summary>The bot of the chat that asked; none where the person asked.</summary>
    public long? BotId { get; set; }

    /// <summary>The chat that asked.</summary>
    public long? ChatId { get; set; }

    /// <summary>The person who asked; none where a chat did.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Until when it works (database clock).</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Wrong codes of one who enters them.</summary>
public sealed class PairingTry
{
    /// <summary>Who: <c>chat:bot:chat</c> or <c>person:id</c>.</summary>
    [NoWords("ids")]
    public required string Who { get; set; }

    /// <summary>How many in a row were wrong.</summary>
    public int Wrong { get; set; }

    /// <summary>Until when no code of theirs is looked at, or none (database clock).</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>When they tried last (database clock).</summary>
    public DateTimeOffset TriedAt { get; set; }
}

/// <summary>An update that belongs to no paired chat, so that it is answered once: what it held is not stored.</summary>
public sealed class StrayUpdate
{
    /// <summary>The bot.</summary>
    public long BotId { get; set; }

    /// <summary>Telegram's id of the update.</summary>
    public long UpdateId { get; set; }

    /// <summary>What kind of update it was.</summary>
    [NoWords("name of a kind of update")]
    public required string Kind { get; set; }

    /// <summary>When it came (database clock).</summary>
    public DateTimeOffset ReceivedAt { get; set; }
}

internal sealed class TelegramAccountsMapping
    : IEntityTypeConfiguration<TelegramBot>, IEntityTypeConfiguration<TelegramChat>, IEntityTypeConfiguration<Pairing>, IEntityTypeConfiguration<PairingTry>,
        IEntityTypeConfiguration<StrayUpdate>
{
    private const string Schema = "accounts";

    public void Configure(EntityTypeBuilder<TelegramBot> builder)
    {
        builder.ToTable("telegram_bots", Schema);
        builder.HasKey(row => row.BotId);
        builder.Property(row => row.BotId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<TelegramChat> builder)
    {
        builder.ToTable("telegram_chats", Schema);
        builder.HasKey(row => new { row.BotId, row.ChatId });
        builder.HasIndex(row => row.UserId);
        builder.Property(row => row.PairedAt).HasDefaultValueSql("now()");
        builder.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
    }

    public void Configure(EntityTypeBuilder<Pairing> builder)
    {
        builder.ToTable("pairings", Schema);
        builder.HasKey(row => row.CodeHash);
        builder.HasOne<User>().WithMany().HasForeignKey(row => row.UserId);
    }

    public void Configure(EntityTypeBuilder<PairingTry> builder)
    {
        builder.ToTable("pairing_tries", Schema);
        builder.HasKey(row => row.Who);
        builder.Property(row => row.TriedAt).HasDefaultValueSql("now()");
    }

    public void Configure(EntityTypeBuilder<StrayUpdate> builder)
    {
        builder.ToTable("stray_updates", Schema);
        builder.HasKey(row => new { row.BotId, row.UpdateId });
        builder.Property(row => row.ReceivedAt).HasDefaultValueSql("now()");
    }
}
