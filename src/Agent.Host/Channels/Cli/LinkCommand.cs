using System.Net.Http.Json;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

internal static class LinkCommand
{
    public static async Task<int> RunAsync()
    {
        using var host = LocalHost.Build();
        using var client = await host.Services.GetRequiredService<RunningServer>().ConnectAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("Nothing is running here. Start it with ./tbos run.");
        using var answer = await client.PostAsync("/api/v1/auth/links", null);
        answer.EnsureSuccessStatusCode();
        var link = await answer.Content.ReadFromJsonAsync<LinkView>();
        Console.WriteLine(new Uri(client.BaseAddress!, link!.Path));
        return 0;
    }
}
