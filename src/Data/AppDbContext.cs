using Microsoft.EntityFrameworkCore;

namespace TbPersonalOs.Data;

/// <summary>
/// The database of one scope, for one person. Entities and their sets stand in their own folders; this class only holds the rules
/// that are the same for all of them.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options, CurrentUser user, TimeProvider clock) : DbContext(options)
{
    /// <summary>The person for whom this context works.</summary>
    public CurrentUser User => user;

    /// <summary>Says on a connection for whom it works. Set, where who opens the connection says so in a batch of its own.</summary>
    internal Introduction? Introduction { get; set; }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Always throws: every write is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            if (type.ClrType.IsAssignableTo(typeof(PersonalRow)))
            {
                modelBuilder.Entity(type.ClrType).HasKey(nameof(PersonalRow.UserId), nameof(PersonalRow.Id));
                modelBuilder.Entity(type.ClrType).Property(nameof(PersonalRow.Id)).ValueGeneratedNever();
            }

            CodeConverter.UseFor(type);
        }
    }

    private void Stamp()
    {
        var now = clock.GetUtcNow();
        foreach (var entry in ChangeTracker.Entries<PersonalRow>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.UserId = user.Required;
        }

        foreach (var entry in ChangeTracker.Entries<DomainRow>())
        {
            if (entry.State == EntityState.Added)
            {
                entry.Entity.CreatedAt = entry.Entity.UpdatedAt = now;
            }
            else if (entry.State == EntityState.Modified)
            {
                entry.Entity.UpdatedAt = now;
            }
        }
    }
}
