using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace TbPersonalOs.Benchmarks;

/// <summary>The assistant in a process of its own, as a person runs it, and a client that is its owner.</summary>
internal sealed class ServingHost : IAsyncDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Agent.Host.dll");
    private readonly string _directory = Directory.CreateTempSubdirectory("tbos-bench-").FullName;
    private readonly string _database;
    private Process? _process;

    private ServingHost(string database) => _database = database;

    /// <summary>Talks to it with the owner's token.</summary>
    public HttpClient Client { get; private set; } = null!;

    public static async Task<ServingHost> StartAsync(string database)
    {
        var host = new ServingHost(database);
        var port = FreePort();
        host._process = host.Start("serve", "--port", $"{port}");
        // It prints its link when it can be reached.
        while (await host._process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Ctrl-C", StringComparison.Ordinal))
        {
        }

        host.Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var token = await File.ReadAllTextAsync(Path.Combine(host._directory, "owner.token"));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is { HasExited: false } serving)
        {
            serving.Kill(true);
            await serving.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_directory, true);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Executable, .. arguments])
    {
        RedirectStandardOutput = true,
        Environment =
        {
            ["ConnectionStrings__Default"] = _database,
            ["ConnectionStrings__App"] = null,
            ["Data__Directory"] = _directory,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
        },
    })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
