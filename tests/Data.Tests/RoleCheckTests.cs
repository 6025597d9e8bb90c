using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Data.Tests;

/// <summary>Nobody is served by a role that the rules do not bind.</summary>
public sealed class RoleCheckTests(SharedDatabase shared)
{
    [Fact]
    public async Task AnOwnersConnectionStepsDownAndIsFine()
    {
        await using var scopes = new Scopes(shared.Database);

        Assert.Empty(await scopes.Get<RoleCheck>().FaultsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AServingRoleThatOwnsTheTablesIsAFaultWithItsCure()
    {
        await using var scopes = new Scopes(shared.Database, setting: "ConnectionStrings:App");

        var fault = Assert.Single(await scopes.Get<RoleCheck>().FaultsAsync(CancellationToken.None));
        Assert.Contains("owns the tables", fault, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__App", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alter table notes no force row level security", "notes")]
    [InlineData("alter table undo_images disable row level security", "undo_images")]
    [InlineData("create policy more on goals using (true)", "goals")]
    public async Task ATableWithoutItsRuleIsAFaultThatMigratingCures(string sql, string table)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.ExecuteAsync(sql);
        await using var scopes = new Scopes(database);

        Assert.Contains(table, Assert.Single(await scopes.Get<RoleCheck>().FaultsAsync(CancellationToken.None)), StringComparison.Ordinal);

        await scopes.Get<Migrator>().MigrateAsync(CancellationToken.None);

        Assert.Empty(await scopes.Get<RoleCheck>().FaultsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TheServingRoleHasNoRightsBeyondItsTables()
    {
        await using var source = NpgsqlDataSource.Create(shared.Database.Owner);
        await using var look = source.CreateCommand("""
            select not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
               and not exists (select from pg_auth_members where member = r.oid)
               and not exists (select from pg_class where relowner = r.oid)
               and not has_schema_privilege(r.oid, 'public', 'create') and not has_schema_privilege(r.oid, 'accounts', 'create')
               and not has_table_privilege(r.oid, 'accounts.users', 'insert, update, delete')
               and not has_table_privilege(r.oid, 'assistant_logs', 'insert, update, delete, truncate')
               and not has_table_privilege(r.oid, 'assistant_log_heads', 'insert, update, delete, truncate')
            from pg_roles r where rolname = 'tbos_app'
            """);

        Assert.Equal(true, await look.ExecuteScalarAsync());
    }
}
