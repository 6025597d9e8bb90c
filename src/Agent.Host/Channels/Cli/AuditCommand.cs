using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Accounts;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Proves the log of everybody in the house.</summary>
internal static class AuditCommand
{
    /// <summary>Looks, and tells of each person's log. Returns 1 where one does not hold.</summary>
    public static async Task<int> VerifyAsync()
    {
        using var host = LocalHost.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<User>().OrderBy(user => user.Id).Select(user => user.Id).ToListAsync();
        var well = true;
        foreach (var person in people)
        {
            var (entries, fault) = await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(person, CancellationToken.None);
            Console.WriteLine(fault is null
                ? $"ok     {person}: {entries} entries hold"
                : $"fault  {person}: entry {fault.Seq} of {entries} does not hold: {fault.What}\n       → {fault.Cure}");
            well &= fault is null;
        }

        return well ? 0 : 1;
    }
}
