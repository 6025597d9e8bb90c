using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Finds the people whose morning brief is due, by its work alone.</summary>
internal sealed partial class BriefDesk(IServiceScopeFactory scopes, AppDbContext db, ILogger<BriefDesk> logger)
{
    /// <summary>Tells each their own. Returns how many were told.</summary>
    public async Task<int> TellDueAsync(Instant now, CancellationToken cancellationToken = default)
    {
        var told = 0;
        foreach (var person in await db.Database.SqlQuery<Guid>(
            $"""select user_id as "Value" from work where kind = {MorningBrief.Work} and run_at <= {now.ToDateTimeOffset()}""").ToListAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
                told += await scope.ServiceProvider.GetRequiredService<MorningBrief>().TellAsync(now, cancellationToken) ? 1 : 0;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogUntold(fault, person);
            }
        }

        return told;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not tell {PersonId} their day")]
    private partial void LogUntold(Exception fault, Guid personId);
}
