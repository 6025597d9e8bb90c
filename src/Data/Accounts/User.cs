using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Accounts;

/// <summary>A person who may use this installation.</summary>
public sealed class User
{
    /// <summary>The id that all personal rows carry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Whether this is the owner of the installation: exactly one.</summary>
    public bool IsOwner { get; set; }

    /// <summary>When the person came.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A link that signs a browser in, once.</summary>
public sealed class LoginLink
{
    /// <summary>SHA-256 of the link's code: the code itself is not stored.</summary>
    [NoWords("hash of random bits")]
    public required byte[] CodeHash { get; set; }

    /// <summary>Who is signed in by it.</summary>
    public Guid UserId { get; set; }

    /// <summary>Until when it works (database clock).</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class AccountsMapping : IEntityTypeConfiguration<User>, IEntityTypeConfiguration<LoginLink>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", "accounts");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.CreatedAt).HasDefaultValueSql("now()");
        builder.HasIndex(user => user.IsOwner).IsUnique().HasFilter("is_owner");
    }

    public void Configure(EntityTypeBuilder<LoginLink> builder)
    {
        builder.ToTable("login_links", "accounts");
        builder.HasKey(link => link.CodeHash);
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId);
    }
}
