using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

internal static class DemoCommand
{
    public static async Task<int> RunAsync(string what)
    {
        using var host = LocalHost.Build();
        var sample = host.Services.GetRequiredService<SampleData>();
        await foreach (var line in what == "add" ? sample.AddAsync() : sample.RemoveAsync())
        {
            Console.WriteLine(line);
        }

        return 0;
    }
}
