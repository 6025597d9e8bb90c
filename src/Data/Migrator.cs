using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>Something more to do with the owner's connection, once the tables and their rules are there.</summary>
public delegate Task MigrationStep(string ownerConnection, CancellationToken cancellationToken);

/// <summary>
/// Brings the database to the state that the code expects: migrations, then functions and row-level security for every table of the
/// model, so that a new table cannot be left without its policy. Runs with the owner's connection.
/// </summary>
public sealed class Migrator(IConfiguration configuration, TimeProvider clock, IEnumerable<MigrationStep> steps)
{
    /// <summary>Migrates. Two processes at once: one waits for the other.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString());
        await using var db = Open(source, clock);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await SqlText.ExecuteAsync(db, "select pg_advisory_lock(7405201)", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await SqlText.ExecuteAsync(db, SqlText.Read("functions.sql"), cancellationToken);
        await RowLevelSecurity.ApplyAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            "insert into accounts.users (id, is_owner) values ({0}, true) on conflict do nothing", [Guid.CreateVersion7()], cancellationToken);
        foreach (var step in steps)
        {
            await step(OwnerConnectionString(), cancellationToken);
        }
    }

    /// <summary>Names of the migrations that the database still lacks.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString());
        await using var db = Open(source, clock);
        return [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    /// <summary>Names of the migrations that the database has and this code does not know: it is of a newer version.</summary>
    public async Task<IReadOnlyList<string>> UnknownAsync(CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(OwnerConnectionString());
        await using var db = Open(source, clock);
        return [.. (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations())];
    }

    private string OwnerConnectionString() => configuration.GetConnectionString("Default") is { Length: > 0 } owner
        ? owner
        : throw new InvalidOperationException("Migrating needs the owner's connection: set ConnectionStrings__Default.");

    private static AppDbContext Open(NpgsqlDataSource source, TimeProvider clock)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        DataExtensions.Configure(options).UseNpgsql(source);
        return new AppDbContext(options.Options).For(new CurrentUser(), clock);
    }
}
