using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TbPersonalOs.Data.Permissions;

/// <summary>What the owner allowed for good: one function towards one recipient. Revoking removes the row.</summary>
[Record("permission")]
public sealed class StandingPermission : DomainRow
{
    /// <summary><c>plugin.function</c>.</summary>
    [NoWords("name of a function")]
    public required string Function { get; set; }

    /// <summary>The one recipient, as the function is called with it, in lower case.</summary>
    [Words("whom an act may reach")]
    public required string Recipient { get; set; }
}

internal sealed class StandingPermissionMapping : IEntityTypeConfiguration<StandingPermission>
{
    public void Configure(EntityTypeBuilder<StandingPermission> builder)
    {
        builder.ToTable("standing_permissions");
        builder.HasIndex(row => new { row.UserId, row.Function, row.Recipient }).IsUnique();
    }
}

/// <summary>Standing permissions by name on the context.</summary>
public static class StandingPermissionSet
{
    extension(AppDbContext db)
    {
        /// <summary>What the current person allowed for good.</summary>
        public DbSet<StandingPermission> StandingPermissions => db.Set<StandingPermission>();
    }
}
