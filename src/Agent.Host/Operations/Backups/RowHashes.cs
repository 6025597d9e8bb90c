using Npgsql;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// What a whole database holds, table by table: the number of its rows and a hash over all of them. Sequences are left out: they belong to no
/// instant, and a dump has them as far as they have come by then. So is the jobs' own state: each process says anew what is to ring.
/// </summary>
internal static class RowHashes
{
    /// <summary>Looks, by a role that sees everybody's rows.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(NpgsqlConnection connection)
    {
        // Rows as text must read the same wherever they are looked at.
        await RunAsync(connection, "set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set row_security = off");
        var tables = await ListAsync(connection, """
            select format('%I.%I', n.nspname, c.relname), '' from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'jobs')
            """);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, _) in tables)
        {
            foreach (var (name, hash) in await ListAsync(connection, $"""
                select '{table.Replace("'", "''", StringComparison.Ordinal)}',
                       count(*) || ' ' || encode(sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)), 'hex')
                from (select sha256(convert_to(t::text, 'UTF8')) as hash from {table} t) rows
                """))
            {
                hashes[name] = hash;
            }
        }

        return hashes;
    }

    /// <summary>The first table that is not the same in both, or null.</summary>
    public static string? Difference(IReadOnlyDictionary<string, string> wanted, IReadOnlyDictionary<string, string> found) =>
        wanted.Keys.Union(found.Keys).Order(StringComparer.Ordinal).FirstOrDefault(name => wanted.GetValueOrDefault(name) != found.GetValueOrDefault(name));

    private static async Task<List<(string, string)>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
