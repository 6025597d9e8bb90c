using Microsoft.Extensions.Configuration;
using Npgsql;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Data;

namespace TbPersonalOs.Common;

/// <summary>
/// A database of its own on a real private cluster, copied from a migrated template; gone when disposed. <c>./tbos test</c> starts the
/// clusters and names them in the environment.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The setting that names a server which a test kills.</summary>
    public const string Mortal = "TBOS_TEST_DB_MORTAL";

    private readonly string _server;
    private readonly string _setting;

    private TestDatabase(string setting, string server, string name) => (_setting, _server, Name) = (setting, server, name);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Connection string of its owner.</summary>
    public string Owner => On(_server, Name);

    /// <summary>Connection string of the role that sees everybody's rows, as a backup needs it.</summary>
    public string Backup => On(Environment.GetEnvironmentVariable(_setting + "_BACKUP") is { Length: > 0 } set
        ? set
        : throw new InvalidOperationException($"{_setting}_BACKUP is not set: run ./tbos test, which starts the database."), Name);

    /// <summary>
    /// A new database. <paramref name="durable"/>: on the cluster that writes to disk before it commits; not <paramref name="migrated"/>: empty;
    /// <paramref name="setting"/>: on the server that it names.
    /// </summary>
    public static async Task<TestDatabase> NewAsync(bool durable = false, bool migrated = true, string? setting = null)
    {
        setting ??= durable ? "TBOS_TEST_DB_DURABLE" : "TBOS_TEST_DB";
        var server = Environment.GetEnvironmentVariable(setting);
        if (server is not { Length: > 0 })
        {
            throw new InvalidOperationException($"{setting} is not set: run ./tbos test, which starts the database.");
        }

        var template = migrated ? await TemplateAsync(server) : "template1";
        var database = new TestDatabase(setting, server, $"tbos_test_{Guid.CreateVersion7():N}");
        await ExecuteAsync(On(server, "postgres"), $"create database {database.Name} template {template}");
        return database;
    }

    /// <summary>Runs a statement as the owner, beyond any person's rights but row-level security.</summary>
    public Task ExecuteAsync(string sql, params object[] values) => ExecuteAsync(Owner, sql, values);

    /// <summary>The one value that a statement gives, as the owner.</summary>
    public Task<T> AskAsync<T>(string sql, params object[] values) => AskAsync<T>(Owner, sql, values);

    /// <summary>The same as a role that sees everybody's rows.</summary>
    public Task<T> AskOfAllAsync<T>(string sql, params object[] values) =>
        AskAsync<T>(On(Environment.GetEnvironmentVariable("TBOS_TEST_DB_BACKUP") ?? throw new InvalidOperationException("TBOS_TEST_DB_BACKUP is not set: eval \"$(./tbos env)\""), Name), sql, values);

    private static async Task<T> AskAsync<T>(string connectionString, string sql, object[] values)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(On(_server, "postgres"), $"drop database if exists {Name} with (force)");
        await ExecuteAsync(On(_server, "postgres"), $"drop database if exists {Name}_before with (force)");
    }

    /// <summary>The migrated template of this build, made by whoever comes first.</summary>
    private static async Task<string> TemplateAsync(string server)
    {
        var name = $"tbos_test_template_{typeof(AppDbContext).Module.ModuleVersionId:N}";
        await using var source = NpgsqlDataSource.Create(On(server, "postgres"));
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, "select pg_advisory_lock(7405202)");
        await using var known = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await known.ExecuteScalarAsync() is null)
        {
            await RunAsync(connection, $"drop database if exists {name}_half with (force)");
            await RunAsync(connection, $"create database {name}_half");
            var settings = new Dictionary<string, string?> { ["ConnectionStrings:Default"] = On(server, $"{name}_half") };
            await new Migrator(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), TimeProvider.System, [JobTables.ProvideAsync])
                .MigrateAsync(CancellationToken.None);
            NpgsqlConnection.ClearAllPools();
            await RunAsync(connection, $"alter database {name}_half rename to {name}");
        }

        return name;
    }

    private static async Task ExecuteAsync(string connectionString, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await RunAsync(connection, sql, values);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await command.ExecuteNonQueryAsync();
    }

    private static string On(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, IncludeErrorDetail = true }.ConnectionString;
}
