using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

internal static class DoctorCommand
{
    public static async Task<int> RunAsync()
    {
        using var host = LocalHost.Build();
        return await TellAsync(host.Services.GetRequiredService<Doctor>().ExamineAsync());
    }

    /// <summary>Prints each finding as it comes. Returns 1 where one is a fault.</summary>
    public static async Task<int> TellAsync(IAsyncEnumerable<Finding> findings)
    {
        var well = true;
        await foreach (var finding in findings)
        {
            Console.WriteLine(finding.Cure is null ? $"ok     {finding.What}" : $"fault  {finding.What}\n       → {finding.Cure}");
            well &= finding.Cure is null;
        }

        return well ? 0 : 1;
    }
}
