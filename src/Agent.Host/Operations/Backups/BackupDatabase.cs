using Npgsql;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// The database as backups see it: through a role that row-level security does not bind (<c>ConnectionStrings:Backup</c>, else
/// <c>ConnectionStrings:Default</c>), and beside it the passing databases into which a backup is unpacked.
/// </summary>
internal sealed class BackupDatabase(IConfiguration configuration)
{
    private const string Maintenance = "postgres";
    private const string AppRole = "tbos_app";

    /// <summary>The name of the database that serves.</summary>
    public string Name => OwnerConnection().Database!;

    /// <summary>The connection of a backup's role to a database, the one that serves unless another is named.</summary>
    public NpgsqlConnectionStringBuilder ConnectionTo(string? name = null) => new(
        configuration.GetConnectionString("Backup") is { Length: > 0 } set ? set : OwnerConnection().ConnectionString)
    {
        Database = name ?? Name,
        Pooling = false,
    };

    /// <summary>The owner's connection string to another database of the same server.</summary>
    public string OwnerConnectionTo(string name) => new NpgsqlConnectionStringBuilder(OwnerConnection().ConnectionString) { Database = name }.ConnectionString;

    /// <summary>Opens a connection of a role that sees everybody's rows.</summary>
    /// <exception cref="InvalidOperationException">The role is bound by row-level security.</exception>
    public async Task<NpgsqlConnection> OpenAsync(string? name = null)
    {
        var connection = new NpgsqlConnection(ConnectionTo(name).ConnectionString);
        await connection.OpenAsync();
        if (await ScalarAsync<bool>(connection, "select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user"))
        {
            var owner = OwnerConnection().Username;
            await connection.DisposeAsync();
            throw new InvalidOperationException($"""
                A backup needs a role that row-level security does not bind. As the database's administrator:
                  create role tbos_backup login password '…' bypassrls createdb; grant {owner} to tbos_backup;
                and set ConnectionStrings__Backup='Host=…;Username=tbos_backup;Password=…'
                """);
        }

        return connection;
    }

    /// <summary>Makes an empty database that only its owner can enter. Returns the owner's name.</summary>
    public async Task<string> CreateAsync(string name)
    {
        await using var server = await OpenAsync(Maintenance);
        var owner = await ScalarAsync<string>(server, $"select pg_get_userbyid(datdba)::text from pg_database where datname = {Literal(Name)}")
            ?? throw new InvalidOperationException($"There is no database {Name}. Run ./tbos run first.");
        await ExecuteAsync(server, $"create database {Quoted(name)} owner {Quoted(owner)} template template1");
        await ExecuteAsync(server, $"revoke all on database {Quoted(name)} from public");
        return owner;
    }

    /// <summary>Whether there is such a database.</summary>
    public async Task<bool> ExistsAsync(string name)
    {
        await using var server = await OpenAsync(Maintenance);
        return await ScalarAsync<bool>(server, $"select exists (select from pg_database where datname = {Literal(name)})");
    }

    /// <summary>What everybody forgot, as the database that serves says; nothing where it has no tables yet.</summary>
    public async Task<IReadOnlyList<(Guid Person, ForgottenId Forgotten)>> ForgottenAsync()
    {
        await using var connection = await OpenAsync();
        if (!await ScalarAsync<bool>(connection, "select to_regclass('public.forgotten') is not null"))
        {
            return [];
        }

        await using var command = new NpgsqlCommand("select user_id, id, kind, at from forgotten", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<(Guid, ForgottenId)>();
        while (await reader.ReadAsync())
        {
            all.Add((reader.GetGuid(0), new ForgottenId(reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))));
        }

        return all;
    }

    /// <summary>Drops a database, if it is there.</summary>
    public async Task DropAsync(string name)
    {
        await using var server = await OpenAsync(Maintenance);
        await ExecuteAsync(server, $"drop database if exists {Quoted(name)} with (force)");
    }

    /// <summary>
    /// Puts a database in the place of the one that serves, which keeps all it has under the name <paramref name="aside"/>: in one transaction.
    /// </summary>
    /// <exception cref="InvalidOperationException">Somebody is using it.</exception>
    public async Task ReplaceAsync(string by, string aside)
    {
        await DropAsync(aside);
        await using var server = await OpenAsync(Maintenance);
        var name = Quoted(Name);
        try
        {
            await ExecuteAsync(server, $"""
                begin;
                alter database {name} rename to {Quoted(aside)};
                revoke all on database {Quoted(aside)} from {AppRole};
                alter database {Quoted(by)} rename to {name};
                grant connect, temporary on database {name} to {AppRole};
                commit
                """);
        }
        catch (PostgresException used) when (used.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            throw new InvalidOperationException("Somebody is using the database. Stop the assistant (./tbos stop), and close other programs that look at it.", used);
        }
    }

    private NpgsqlConnectionStringBuilder OwnerConnection() => configuration.GetConnectionString("Default") is { Length: > 0 } owner
        ? new NpgsqlConnectionStringBuilder(owner)
        : throw new InvalidOperationException("A backup needs the owner's connection: set ConnectionStrings__Default.");

    private static string Quoted(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
