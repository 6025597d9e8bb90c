using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Data.Tests;

/// <summary>Migrating is safe at any time, by anybody, as often as one likes.</summary>
public sealed class MigratorTests
{
    [Fact]
    public async Task TheModelHasNoChangesThatNoMigrationMakes()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var scopes = new Scopes(database);

        Assert.False(await scopes.AsAsync(null, db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await scopes.Get<Migrator>().PendingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task MigratingOnceMoreChangesNothing()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var scopes = new Scopes(database);
        await scopes.NoteAsync(await OwnerAsync(scopes), "kept");
        var (rows, shape) = (await Snapshot.TakeAsync(database), await ShapeAsync(database));

        await scopes.Get<Migrator>().MigrateAsync(CancellationToken.None);

        Assert.Equal(rows, await Snapshot.TakeAsync(database));
        Assert.Equal(shape, await ShapeAsync(database));
    }

    [Fact]
    public async Task ASecondMigrationWaitsForTheFirst()
    {
        await using var database = await TestDatabase.NewAsync(migrated: false);
        await using var scopes = new Scopes(database);
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var first = await source.OpenConnectionAsync();
        await RunAsync(first, "select pg_advisory_lock(7405201)");

        var second = scopes.Get<Migrator>().MigrateAsync(CancellationToken.None);
        await UntilItWaitsAsync(source, second);
        Assert.False(second.IsCompleted);
        await RunAsync(first, "select pg_advisory_unlock(7405201)");
        await second;

        Assert.Empty(await scopes.Get<Migrator>().PendingAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TwoFirstMigrationsAtOnceMakeOneDatabaseWithOneOwner()
    {
        await using var database = await TestDatabase.NewAsync(migrated: false);
        await using var scopes = new Scopes(database);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scopes.Get<Migrator>().MigrateAsync(CancellationToken.None))));

        Assert.NotEqual(Guid.Empty, await OwnerAsync(scopes));
        Assert.Empty(await scopes.Get<RoleCheck>().FaultsAsync(CancellationToken.None));
    }

    private static Task<Guid> OwnerAsync(Scopes scopes) => scopes.AsAsync(null, db =>
        db.Set<Accounts.User>().Where(user => user.IsOwner).Select(user => user.Id).SingleAsync());

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilItWaitsAsync(NpgsqlDataSource source, Task migration)
    {
        await using var look = source.CreateCommand(
            "select count(*) from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database() where l.locktype = 'advisory' and not l.granted");
        while (await look.ExecuteScalarAsync() is not 1L)
        {
            Assert.False(migration.IsCompleted, "The second migration did not wait.");
        }
    }

    /// <summary>Tables, columns, indexes, policies, triggers, functions and rights.</summary>
    private static async Task<List<string>> ShapeAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var look = source.CreateCommand("""
            select format('%s %s %s', c.relkind, c.oid::regclass, c.relacl) from pg_class c where c.relnamespace in ('public'::regnamespace, 'accounts'::regnamespace)
            union all select format('column %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod)) from pg_attribute
                where attnum > 0 and attrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'accounts'::regnamespace))
            union all select format('policy %s.%s %s %s', tablename, policyname, qual, with_check) from pg_policies
            union all select format('trigger %s %s', tgrelid::regclass, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            union all select format('function %s %s %s', oid::regprocedure, proacl, md5(prosrc)) from pg_proc where pronamespace = 'public'::regnamespace
            order by 1
            """);
        await using var reader = await look.ExecuteReaderAsync();
        var shape = new List<string>();
        while (await reader.ReadAsync())
        {
            shape.Add(reader.GetString(0));
        }

        Assert.Contains(shape, line => line.StartsWith("policy tasks.person", StringComparison.Ordinal));
        return shape;
    }
}
