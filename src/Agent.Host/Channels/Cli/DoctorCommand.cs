using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

internal static class DoctorCommand
{
    public static async Task<int> RunAsync()
    {
        using var host = LocalHost.Build();
        var well = true;
        await foreach (var finding in host.Services.GetRequiredService<Doctor>().ExamineAsync())
        {
            Console.WriteLine(finding.Cure is null ? $"ok     {finding.What}" : $"fault  {finding.What}\n       → {finding.Cure}");
            well &= finding.Cure is null;
        }

        return well ? 0 : 1;
    }
}
