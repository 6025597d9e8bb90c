using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>
/// Tells people what they asked to be reminded of, each time of a reminder once. What is due is found across people by its work alone; a channel
/// brings the message and says here how that ended.
/// </summary>
internal sealed partial class ReminderDesk(
    IServiceScopeFactory scopes, AppDbContext db, ReminderEnds ends, ReminderTellings tellings, ILogger<ReminderDesk> logger)
{
    /// <summary>Puts on its way whatever is due at an instant of people's time. Returns how many tellings.</summary>
    public async Task<int> DeliverDueAsync(Instant now, CancellationToken cancellationToken = default)
    {
        var told = 0;
        foreach (var person in await db.Database.SqlQuery<Guid>(
            $"""select distinct user_id as "Value" from work where kind = {ReminderRound.Work} and run_at <= {now.ToDateTimeOffset()}""").ToListAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
                told += await scope.ServiceProvider.GetRequiredService<ReminderRound>().TellAsync(now, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Its work still stands for the next round; others must not wait for it.
                LogUntold(fault, person);
            }
        }

        return told;
    }

    /// <summary>
    /// What a message of the kind <c>reminder</c> of the current person says, read when it is sent; null where nothing of it is left to be said:
    /// then it ends as delivered without being sent.
    /// </summary>
    public Task<ReminderTelling?> WordsAsync(Guid outboxMessageId, Instant now, CancellationToken cancellationToken = default) =>
        tellings.OfAsync(outboxMessageId, now, cancellationToken);

    /// <summary>
    /// A message of the kind <c>reminder</c> of the current person has ended: its channel confirmed it, or refused it for good; then it is told
    /// by another way. Joins the transaction that is open: who opened it calls <see cref="Channels.Outgoing.Outbox.Left"/> after the commit.
    /// </summary>
    public Task EndedAsync(Guid outboxMessageId, bool delivered, Instant at, CancellationToken cancellationToken = default) =>
        ends.EndedAsync(outboxMessageId, delivered, at, cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not tell {PersonId} what is due")]
    private partial void LogUntold(Exception fault, Guid personId);
}
