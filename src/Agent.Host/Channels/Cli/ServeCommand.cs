using System.Globalization;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var port = PortOf(args);
        await using var app = WebHost.Build(WebApplication.CreateBuilder(), port);
        await RefuseUnsafeAsync(app);
        app.Services.GetRequiredService<Owner>().EnsureToken();
        await app.StartAsync();

        var server = app.Services.GetRequiredService<RunningServer>();
        server.Announce(port);
        await TellAsync(app, port);
        await app.WaitForShutdownAsync();
        server.Withdraw();
        return 0;
    }

    private static int PortOf(string[] args)
    {
        var place = Array.IndexOf(args, "--port");
        return place < 0 ? WebHost.Port
            : place + 1 < args.Length && int.TryParse(args[place + 1], CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port
            : throw new InvalidOperationException("--port needs a number between 1 and 65535.");
    }

    /// <summary>
    /// Does not serve on a database whose rules do not bind it. One that only lags behind (an older backup, a dropped policy) is
    /// brought up to date where the owner's connection is at hand.
    /// </summary>
    private static async Task RefuseUnsafeAsync(WebApplication app)
    {
        var roles = app.Services.GetRequiredService<RoleCheck>();
        if (app.Configuration.GetConnectionString("Default") is { Length: > 0 })
        {
            var migrator = app.Services.GetRequiredService<Migrator>();
            if ((await migrator.PendingAsync(CancellationToken.None)).Count > 0 || (await roles.FaultsAsync(CancellationToken.None)).Count > 0)
            {
                await migrator.MigrateAsync(CancellationToken.None);
            }
        }

        var faults = await roles.FaultsAsync(CancellationToken.None);
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults));
        }
    }

    private static async Task TellAsync(WebApplication app, int port)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var owner = await app.Services.GetRequiredService<Owner>().IdAsync(CancellationToken.None);
        var code = await scope.ServiceProvider.GetRequiredService<LoginLinks>().NewAsync(owner, CancellationToken.None);
        await Console.Out.WriteLineAsync($"""

            TB Personal OS: http://127.0.0.1:{port}
            Abra no navegador (vale uma vez) · Open in your browser (works once):
              http://127.0.0.1:{port}{AccountEndpoints.LinkPath}/{code}
            Ctrl-C encerra · Ctrl-C stops.
            """);
        await Console.Out.FlushAsync();
    }
}
