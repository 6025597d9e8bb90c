using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>The program does not serve on a database whose rules do not bind it, and says what to change.</summary>
public sealed class RefusesToServeTests
{
    [Fact]
    public async Task AServingRoleThatOwnsTheTablesIsRefusedWithItsCure()
    {
        await using var database = await TestDatabase.NewAsync();

        var (code, said) = await ServeAsync(("ConnectionStrings__App", database.Owner));

        Assert.Equal(1, code);
        Assert.Contains("owns the tables", said, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__App", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/api/v1/auth/link/", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableThatNoPolicyGuardsIsRefusedByName()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.ExecuteAsync("create table diaries (user_id uuid, text text)");

        var (code, said) = await ServeAsync(("ConnectionStrings__Default", database.Owner));

        Assert.Equal(1, code);
        Assert.Contains("diaries", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AHostThatIsNotReadySaysSoAndNothingElse()
    {
        await using var host = new TestHost();
        await host.InitializeAsync();
        await host.Database.ExecuteAsync("alter table notes no force row level security");

        var answer = await Wire.SendAsync(host.Address, "GET /readyz HTTP/1.1", [$"Host: {host.Address.Authority}"]);

        Assert.Equal((503, "not ready"), (answer.Status, answer.Body));
    }

    private static async Task<(int Code, string Said)> ServeAsync(params (string Name, string Value)[] settings)
    {
        using var directory = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(WebHost).Assembly.Location, "serve", "--port", FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["Data__Directory"] = directory.Path;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return (process.ExitCode, string.Concat(await said));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("tbos-serve-").FullName;

        public void Dispose() => Directory.Delete(Path, true);
    }
}
