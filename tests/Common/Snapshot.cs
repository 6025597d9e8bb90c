using Npgsql;

namespace TbPersonalOs.Common;

/// <summary>
/// What a whole database holds, to be compared with what it holds later. Forced row-level security hides rows from the owner too, so each
/// person's are looked at as that person.
/// </summary>
public static class Snapshot
{
    /// <summary>Count and hash of the rows of every table, by person.</summary>
    public static async Task<SortedDictionary<string, string>> TakeAsync(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var connection = await source.OpenConnectionAsync();
        return await TakeAsync(connection, await ListAsync(connection, "select id::text from accounts.users"));
    }

    /// <summary>The same of one person only, also where others are at work; <paramref name="alone"/>: with what belongs to nobody.</summary>
    public static async Task<SortedDictionary<string, string>> TakeAsync(TestDatabase database, Guid person, bool alone = false)
    {
        await using var source = NpgsqlDataSource.Create(database.Owner);
        await using var connection = await source.OpenConnectionAsync();
        return await TakeAsync(connection, [person.ToString()], alone ? "" : "and c.relrowsecurity");
    }

    private static async Task<SortedDictionary<string, string>> TakeAsync(NpgsqlConnection connection, List<string> people, string which = "")
    {
        var tables = await ListAsync(connection, $"""
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname in ('public', 'accounts') {which} order by 1
            """);
        var snapshot = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            await ListAsync(connection, $"select set_config('app.user_id', '{person}', false)");
            snapshot[person] = string.Join('\n', await ListAsync(connection, string.Join(" union all ", tables.Select(table =>
                $"select '{table} ' || count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from {table} t"))));
        }

        return snapshot;
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
