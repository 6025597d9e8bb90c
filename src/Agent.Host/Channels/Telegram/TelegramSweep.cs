using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Finds messages and updates that nobody is dealing with any more: those of processes that died, and those whose time has come again.</summary>
internal sealed partial class TelegramSweep(
    IServiceScopeFactory scopes, ProcessLease lease, OutboxNews outbox, TelegramDesk desk, TelegramClients bots, ILogger<TelegramSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Looks once.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (bots.Current is null)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        foreach (var owner in await db.Database.SqlQuery<long>(
            $"""select distinct owner as "Value" from work where kind in ('delivery', 'update') and owner <> {lease.Key} and run_at > now()""").ToListAsync(cancellationToken))
        {
            await FreeAsync(db, owner, cancellationToken);
        }

        var due = await db.Database.SqlQuery<Due>(
            $"select user_id, kind, id from work where kind in ('delivery', 'update') and run_at <= now() order by id").ToListAsync(cancellationToken);
        foreach (var person in due.Where(row => row.Kind == Outbox.Work).Select(row => row.UserId).Distinct())
        {
            outbox.Tell(person);
        }

        foreach (var update in due.Where(row => row.Kind == TelegramIntake.Work))
        {
            desk.Begin(update.UserId, update.Id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What a process had claimed that is dead by now is up for others at once.</summary>
    private async Task FreeAsync(AppDbContext db, long owner, CancellationToken cancellationToken)
    {
        if (!await db.Database.SqlQuery<bool>($"""select pg_try_advisory_lock({owner}) as "Value" """).SingleAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await db.Database.ExecuteSqlAsync($"update work set owner = {lease.Key}, run_at = now() where kind in ('delivery', 'update') and owner = {owner}", cancellationToken);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({owner})", CancellationToken.None);
        }
    }

    private sealed record Due(Guid UserId, string Kind, Guid Id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram's sweep could not look")]
    private partial void LogFailed(Exception fault);
}
