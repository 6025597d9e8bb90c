using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Chaos;

/// <summary>
/// A database server of its own that writes to disk before it commits, to be killed from outside and started again. Its programs are those on the
/// path: <c>./tbos test</c> puts them there. As root the system user <c>postgres</c> runs it, for it does not run as root.
/// </summary>
internal sealed class MortalServer : IAsyncDisposable
{
    private const string Admin = "tbos_admin";
    private const string Initialise =
        """umask 077; cat >"$0/word"; "$1" -D "$0/data" -U "$2" --pwfile="$0/word" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null && rm "$0/word" """;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly string _folder;
    private readonly int _port;
    private readonly string _password = RandomNumberGenerator.GetHexString(32);

    private MortalServer(string folder, int port) => (_folder, _port) = (folder, port);

    private string Data => Path.Combine(_folder, "data");

    private string Log => Path.Combine(_folder, "data.log");

    /// <summary>Makes one and starts it. From then on <see cref="TestDatabase.Mortal"/> names it.</summary>
    public static async Task<MortalServer> NewAsync()
    {
        var server = new MortalServer(Directory.CreateTempSubdirectory("tbos-mortal-").FullName, Ports.Free());
        if (IsRoot)
        {
            await RunAsync("chown", "postgres", server._folder);
        }

        var made = await RunAsUserAsync(server._password, "sh", "-c", Initialise, server._folder, Found("initdb"), Admin);
        Assert.True(made.Code == 0, made.Said);
        await server.StartAsync();
        await server.MakeRolesAsync();
        Environment.SetEnvironmentVariable(TestDatabase.Mortal, server.As("tbos_test_owner"));
        Environment.SetEnvironmentVariable($"{TestDatabase.Mortal}_BACKUP", server.As("tbos_test_backup"));
        return server;
    }

    /// <summary>Starts it again after it was killed, and waits until it has made good what was torn.</summary>
    public async Task StartAsync()
    {
        var deadline = DateTime.UtcNow + Deadline;
        while (true)
        {
            var started = await ControlAsync("-l", Log, "-o", $"-c port={_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 -c jit=off", "start");
            if (started.Code == 0)
            {
                return;
            }

            // Its children see a moment later that it is gone; until then their shared memory is in its way.
            Assert.True(DateTime.UtcNow < deadline, $"The server does not start: {Log}");
            await Task.Delay(100);
        }
    }

    /// <summary>Another process kills the server: no word to anybody, nothing written out.</summary>
    public async Task KillAsync()
    {
        var server = int.Parse((await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0], System.Globalization.CultureInfo.InvariantCulture);
        await RunAsync("kill", "-9", $"{server}");
        NpgsqlConnection.ClearAllPools();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ControlAsync("-m", "immediate", "stop");
        NpgsqlConnection.ClearAllPools();
        Environment.SetEnvironmentVariable(TestDatabase.Mortal, null);
        Directory.Delete(_folder, true);
    }

    private Task<(int Code, string Said)> ControlAsync(params string[] command) =>
        RunAsUserAsync(null, "sh", ["-c", """exec "$0" "$@" >/dev/null 2>&1""", Found("pg_ctl"), "-D", Data, "-w", "-s", .. command]);

    private async Task MakeRolesAsync()
    {
        await DoAsync("template1", "create extension if not exists vector");
        await DoAsync("postgres",
            $"""
            create role tbos_app login nosuperuser nobypassrls password '{_password}';
            create role tbos_test_owner login createdb createrole nosuperuser nobypassrls password '{_password}';
            create role tbos_test_backup login createdb nosuperuser bypassrls password '{_password}';
            grant tbos_app to tbos_test_owner with admin option; grant tbos_test_owner to tbos_test_backup;
            """);
    }

    private async Task DoAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{As(Admin)};Database={database}");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private string As(string role) => $"Host=127.0.0.1;Port={_port};Username={role};Password={_password}";

    private static bool IsRoot => Environment.UserName == "root";

    private static Task<(int Code, string Said)> RunAsUserAsync(string? input, string program, params string[] arguments) => IsRoot
        ? RunAsync(input, "runuser", ["-u", "postgres", "--", Found(program), .. arguments])
        : RunAsync(input, Found(program), arguments);

    private static string Found(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is not on the path: run ./tbos test, which puts PostgreSQL's programs there.");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var (code, said) = await RunAsync(null, program, arguments);
        Assert.True(code == 0, said);
    }

    private static async Task<(int Code, string Said)> RunAsync(string? input, string program, IEnumerable<string> arguments)
    {
        // A server that this starts keeps its output open: so only what it logs into a file is read.
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = input is not null, RedirectStandardError = input is not null, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        if (input is not null)
        {
            await process.StandardInput.WriteLineAsync(input);
            process.StandardInput.Close();
        }

        var said = input is not null ? await process.StandardError.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{program} {string.Join(' ', start.ArgumentList)}: {said}");
    }
}
