using System.Diagnostics;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Chaos;

/// <summary>What outlives a process: a database that writes to disk before it commits, a data directory, and the world outside.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _directory;
    private readonly bool _probe;
    private readonly bool _plans;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private string _key = Guid.NewGuid().ToString();

    private House(TestDatabase database, bool probe, bool plans, IReadOnlyDictionary<string, string>? settings)
    {
        _settings = settings ?? new Dictionary<string, string>();
        _database = database;
        _directory = Directory.CreateTempSubdirectory("tbos-chaos-").FullName;
        (_probe, _plans) = (probe || plans, plans);
    }

    /// <summary>The settings of its processes.</summary>
    public Dictionary<string, string> Environment => new(_settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ConnectionStrings__Default"] = _database.Owner,
        ["Data__Directory"] = _directory,

        // The quickest start: none of them lives long.
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_gcConcurrent"] = "0",
    };

    private string WorldFile => Path.Combine(_directory, "world");

    /// <summary>A backup of it, made by a process of its own. Returns its folder.</summary>
    public Task<string> BackUpAsync() => RunAsync("backup", "create");

    /// <summary>A house on another machine, where there was nothing, built from a backup of this one. The world outside is the same.</summary>
    public async Task<House> RestoredAsync(string backup)
    {
        var other = new House(await TestDatabase.NewAsync(durable: true, migrated: false), _probe, _plans, _settings) { _key = _key };
        await other.RunAsync("backup", "restore", backup);
        File.Copy(WorldFile, other.WorldFile);
        return other;
    }

    /// <summary>
    /// A new one. With the <paramref name="probe"/> its processes have the test plugin, with <paramref name="plans"/> also a planner that plays plans.
    /// <paramref name="server"/>: the setting that names its database's server, where that is none of the usual.
    /// </summary>
    public static async Task<House> NewAsync(bool probe = false, bool plans = false, IReadOnlyDictionary<string, string>? settings = null, string? server = null) =>
        new(await TestDatabase.NewAsync(durable: true, setting: server), probe, plans, settings);

    /// <summary>How a process of this house is started.</summary>
    public string[] Command(int port) => _probe
        ? [Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Chaos.Host.dll"), $"{port}", WorldFile, .. _plans ? ["plans"] : Array.Empty<string>()]
        : [Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Agent.Host.dll"), "serve", "--port", $"{port}"];

    /// <summary>The connection string of the owner of its database.</summary>
    public string Database => _database.Owner;

    /// <summary>The texts that reached the world outside, in order.</summary>
    public IReadOnlyList<string> World => File.Exists(WorldFile) ? File.ReadAllLines(WorldFile) : [];

    /// <summary>The end of a log that is kept outside the database.</summary>
    public string KeptHead(Guid person) => File.ReadAllText(Path.Combine(_directory, "audit", person.ToString("N"))).Trim();

    public string OwnerToken() => File.ReadAllText(Path.Combine(_directory, "owner.token")).Trim();

    /// <summary>How often a text reached the world outside.</summary>
    public int Arrivals(string text) => File.Exists(WorldFile) ? File.ReadAllLines(WorldFile).Count(line => line.EndsWith($" {text}", StringComparison.Ordinal)) : 0;

    /// <summary>Breaks every connection to its database, as a server that falls over does.</summary>
    public async Task BreakConnectionsAsync()
    {
        await _database.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = current_user");
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>One value, seen as the owner of the house.</summary>
    public async Task<T?> SeeAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.Owner);
        await connection.OpenAsync();
        await using var become = new NpgsqlCommand(
            "select set_config('app.user_id', (select id::text from accounts.users where is_owner), false)", connection);
        await become.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(_directory, true);
    }

    /// <summary>Runs a command of the assistant to its end. Returns the last line that it said.</summary>
    private async Task<string> RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Agent.Host.dll"), .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["ConnectionStrings__Backup"] = _database.Backup;
        start.Environment["Backup__Key"] = _key;
        using var process = Process.Start(start)!;
        var (said, told) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)}: {await said}{await told}");
        return (await said).TrimEnd().Split('\n')[^1];
    }
}
