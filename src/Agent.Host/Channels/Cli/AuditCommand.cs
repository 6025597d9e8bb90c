using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Operations.Backups;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Proves the log of everybody in the house, or in a backup.</summary>
internal static class AuditCommand
{
    /// <summary>Looks, and tells of each person's log. Returns 1 where one does not hold.</summary>
    /// <param name="backup">The folder of a backup, or null for what serves.</param>
    public static async Task<int> VerifyAsync(string? backup = null)
    {
        using var host = LocalHost.Build();
        return Tell(backup is null
            ? await host.Services.GetRequiredService<LogVerifier>().VerifyAllAsync(CancellationToken.None)
            : (await BackupCommand.VerifyAsync(host.Services, backup)).Logs);
    }

    /// <summary>Tells what was found. Returns 1 where a log does not hold.</summary>
    public static int Tell(IReadOnlyList<(Guid Person, LogVerdict Verdict)> logs)
    {
        foreach (var (person, (entries, fault)) in logs)
        {
            Console.WriteLine(fault is null
                ? $"ok     {person}: {entries} entries hold"
                : $"fault  {person}: entry {fault.Seq} of {entries} does not hold: {fault.What}\n       → {fault.Cure}");
        }

        return logs.Any(log => log.Verdict.Fault is not null) ? 1 : 0;
    }
}
