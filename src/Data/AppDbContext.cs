using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TbPersonalOs.Data;

/// <summary>
/// The database of one scope, for one person. Entities and their sets stand in their own folders; this class only holds the rules
/// that are the same for all of them. Contexts are pooled: each scope leases one and says for whom.
/// </summary>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    private CurrentUser? _user;
    private TimeProvider _clock = TimeProvider.System;
    private string? _foreign;

    /// <summary>The person for whom this context works.</summary>
    public CurrentUser User => _user ?? throw new InvalidOperationException("Nobody has said for whom this context works: lease it from the scope.");

    /// <summary>Says on a connection for whom it works. Set, where who opens the connection says so in a batch of its own.</summary>
    internal Introduction? Introduction { get; set; }

    /// <summary>Begins to work for a scope's person.</summary>
    /// <exception cref="InvalidOperationException">A connection of the scope before is still open: it would show that person's rows.</exception>
    internal AppDbContext For(CurrentUser user, TimeProvider clock)
    {
        if (Database.GetDbConnection().State != ConnectionState.Closed)
        {
            throw new InvalidOperationException("A context came back from the pool with an open connection.");
        }

        (_user, _clock, Introduction, _foreign) = (user, clock, null, null);
        return this;
    }

    /// <summary>The origin of a row that others wrote and that was read since this was asked last; null where there was none.</summary>
    public string? TakeForeign()
    {
        var foreign = _foreign;
        _foreign = null;
        return foreign;
    }

    /// <summary>A row that others wrote was read.</summary>
    internal void Saw(string origin) => _foreign ??= origin;

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Stamp();
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Always throws: every write is asynchronous.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Goes back to the pool, as closed as it came.</summary>
    public override async ValueTask DisposeAsync()
    {
        Close();
        await base.DisposeAsync();
    }

    /// <inheritdoc cref="DisposeAsync" />
    public override void Dispose()
    {
        Close();
        base.Dispose();
    }

    /// <summary>
    /// Closes the connection and forgets how often it was opened: a pooled context keeps that count, and what a scope left open, or what broke
    /// under it, the next one's close would no longer close.
    /// </summary>
    private void Close()
    {
        if (_user is not null)
        {
            _user = null;
            ((IResettableService)this.GetService<IRelationalConnection>()).ResetState();
        }
    }

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
        var now = _clock.GetUtcNow();
        foreach (var entry in ChangeTracker.Entries<PersonalRow>().Where(entry => entry.State == EntityState.Added))
        {
            entry.Entity.UserId = User.Required;
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
