using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

internal static class MigrateCommand
{
    public static async Task<int> RunAsync()
    {
        using var host = LocalHost.Build();
        await host.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        return 0;
    }
}
