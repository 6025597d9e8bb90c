using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Data.Tests;

/// <summary>What holds for every table, also for those still to come: read from the migrated database itself.</summary>
public sealed class TableRulesTests(SharedDatabase shared)
{
    private const string Ours = "c.relnamespace in ('public'::regnamespace, 'accounts'::regnamespace) and c.relkind in ('r', 'p')";

    private const string Jobs = "c.relnamespace = 'jobs'::regnamespace and c.relkind in ('r', 'p')";

    [Fact]
    public async Task OnlyTheTablesThatAreNamedWithAReasonHaveNoForcedPolicy()
    {
        var open = await RowsAsync($"""
            select c.relnamespace::regnamespace || '.' || c.relname from pg_class c
            where ({Ours} or {Jobs}) and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid)) order by 1
            """);

        Assert.Equal(RowLevelSecurity.WithoutPolicy.Keys.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        Assert.All(RowLevelSecurity.WithoutPolicy.Values, reason => Assert.True(reason.Length > 10));
    }

    [Fact]
    public async Task EveryPolicyIsTheOneOfThePersonForReadingAndWriting()
    {
        var rules = await RowsAsync("select distinct permissive || cmd || roles::text || qual || with_check from pg_policies");

        var rule = Assert.Single(rules);
        Assert.StartsWith("PERMISSIVEALL{public}(user_id = ", rule, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync("select tablename::text from pg_policies group by tablename having count(*) > 1"));
    }

    [Fact]
    public async Task EveryPersonalTableSaysWhoseEachRowIs()
    {
        var without = await RowsAsync($"""
            select c.oid::regclass::text from pg_class c where {Ours} and c.relrowsecurity and not exists
                (select from pg_attribute where attrelid = c.oid and attname = 'user_id' and attnotnull and atttypid = 'uuid'::regtype)
            """);

        Assert.Empty(without);
    }

    [Fact]
    public async Task PrimaryUniqueAndForeignKeysLeadWithTheUser()
    {
        var keys = await RowsAsync($"""
            select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            where {Ours} and c.relrowsecurity and i.indisunique
              and i.indkey[0] <> (select attnum from pg_attribute where attrelid = c.oid and attname = 'user_id')
            union all
            select o.conname::text from pg_constraint o join pg_class c on c.oid = o.conrelid
            where {Ours} and c.relrowsecurity and o.contype = 'f'
              and (o.conkey[1] <> (select attnum from pg_attribute where attrelid = c.oid and attname = 'user_id')
                or o.confkey[1] <> (select attnum from pg_attribute where attrelid = o.confrelid and attname = 'user_id'))
            """);

        Assert.Empty(keys);
    }

    [Fact]
    public async Task ExactlyTheTablesOfAPersonsLifeCarryTheUndoTrigger()
    {
        await using var scopes = new Scopes(shared.Database);
        var expected = await scopes.AsAsync(null, db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(type => type.ClrType.IsAssignableTo(typeof(DomainRow))).Select(type => type.GetTableName()!)));

        var carrying = await RowsAsync("""
            select tgrelid::regclass::text from pg_trigger
            where tgname = 'record_undo' and tgenabled = 'O' and tgtype = (1 | 4 | 8 | 16) and tgqual is null
            """);

        Assert.Equal(expected.Order(StringComparer.Ordinal), carrying.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["keep_profile_work profiles", "keep_reminder_work reminders"],
            await RowsAsync("select tgname || ' ' || tgrelid::regclass from pg_trigger where not tgisinternal and tgname <> 'record_undo' order by 1"));
    }

    [Fact]
    public async Task EveryTextOrJsonColumnIsRegisteredAsWordsOrAsCode()
    {
        var columns = await RowsAsync($"""
            select c.relnamespace::regnamespace || '.' || c.relname || '.' || a.attname
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
            where {Ours} and a.attnum > 0 and not a.attisdropped
              and (t.typname in ('json', 'jsonb', 'bytea', 'tsvector', 'xml', 'hstore', 'vector') or t.typcategory in ('S', 'A'))
            """);

        Assert.Equal(
            WordsRegistry.Words.Keys.Concat(WordsRegistry.Codes.Keys).Order(StringComparer.Ordinal), columns.Order(StringComparer.Ordinal));
        Assert.All(WordsRegistry.Words.Values.Concat(WordsRegistry.Codes.Values), Assert.NotEmpty);
    }

    [Fact]
    public void NoColumnOfATableWithoutAPolicyHoldsWords()
    {
        var open = RowLevelSecurity.WithoutPolicy.Keys.ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(WordsRegistry.Words.Keys, column => open.Contains(column[..column.LastIndexOf('.')]));
    }

    [Fact]
    public async Task OnlyTheLogRunsWithItsOwnersRightsAndPublicMayNotCallIt()
    {
        var elevated = await RowsAsync("""
            select proname || ' ' || has_function_privilege('public', oid, 'execute') || ' ' || coalesce(array_to_string(proconfig, ' '), '')
            from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1
            """);

        Assert.Equal(["append_log false search_path=public, pg_temp", "forget_log false search_path=public, pg_temp"], elevated);
    }

    private async Task<List<string>> RowsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(shared.Database.Owner);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
