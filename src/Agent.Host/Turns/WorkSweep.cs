using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Finds work that nobody is doing: turns whose process has died, and acts whose outcome nobody stored. Claims each with a new fence and
/// brings it to its end.
/// </summary>
internal sealed partial class WorkSweep(
    IServiceScopeFactory scopes, ProcessLease lease, TurnRunner runner, ILogger<WorkSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Looks once. Returns how much it took.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await lease.RenewAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var taken = 0;
        foreach (var owner in await OthersAsync(db, cancellationToken))
        {
            taken += await TakeOverAsync(db, owner, cancellationToken);
        }

        return taken + await OwnLeftoversAsync(db, cancellationToken) + await SettleAsync(db, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailed(fault);
            }

            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<long>> OthersAsync(AppDbContext db, CancellationToken cancellationToken) => await db.Database.SqlQuery<long>(
        $"""select distinct owner as "Value" from work where kind = 'turn' and owner <> {lease.Key}""").ToListAsync(cancellationToken);

    /// <summary>Takes a dead process's turns: its lock is free, and is held while they are claimed.</summary>
    private async Task<int> TakeOverAsync(AppDbContext db, long owner, CancellationToken cancellationToken)
    {
        var dead = await db.Database.SqlQuery<bool>($"""select pg_try_advisory_lock({owner}) as "Value" """).SingleAsync(cancellationToken);
        if (!dead)
        {
            return 0;
        }

        try
        {
            var rows = await db.Database.SqlQuery<Claim>($"""
                update work set owner = {lease.Key}, fence = fence + 1, attempts = attempts + 1
                where kind = 'turn' and owner = {owner} returning user_id, id, fence
                """).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                LogTaken(row.Id, row.Fence);
                runner.Start(row.UserId, row.Id, row.Fence);
            }

            return rows.Count;
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({owner})", CancellationToken.None);
        }
    }

    /// <summary>Turns of this process that it is not running: their end could not be stored.</summary>
    private async Task<int> OwnLeftoversAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Claim>(
            $"select user_id, id, fence from work where kind = 'turn' and owner = {lease.Key} and run_at < now() - interval '2 seconds'")
            .ToListAsync(cancellationToken);
        var left = 0;
        foreach (var row in rows.Where(row => !runner.IsRunning(row.Id)))
        {
            var claimed = await db.Database.SqlQuery<Claim>($"""
                update work set fence = fence + 1, attempts = attempts + 1, run_at = now() + make_interval(secs => least(300, 2 ^ least(attempts, 8)))
                where kind = 'turn' and user_id = {row.UserId} and id = {row.Id} and fence = {row.Fence} returning user_id, id, fence
                """).ToListAsync(cancellationToken);
            foreach (var claim in claimed)
            {
                runner.Start(claim.UserId, claim.Id, claim.Fence);
                left++;
            }
        }

        return left;
    }

    /// <summary>Acts past their deadline are looked up, never sent again; cards that nobody answered are a no.</summary>
    private async Task<int> SettleAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var due = await db.Database.SqlQuery<Due>($"""
            update work set attempts = attempts + 1, fence = fence + 1, run_at = now() + interval '1 minute' * least(60, attempts + 1)
            where kind in ('action', 'approval') and run_at <= now() returning user_id, kind, id, fence
            """).ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(row.UserId);
                var (people, person) = (scope.ServiceProvider.GetRequiredService<PersonLoader>(), scope.ServiceProvider.GetRequiredService<Person>());
                await people.LoadAsync(row.UserId, cancellationToken);
                person.Speak();
                await (row.Kind == "approval"
                    ? scope.ServiceProvider.GetRequiredService<Decisions>().ExpireAsync(row.Id, cancellationToken)
                    : scope.ServiceProvider.GetRequiredService<ActionLookUp>().SettleAsync(row.Id, cancellationToken));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // It has its next time; the others must not wait for it.
                LogUnsettled(fault, row.Id);
            }
        }

        return due.Count;
    }

    private sealed record Due(Guid UserId, string Kind, Guid Id, long Fence);

    private sealed record Claim(Guid UserId, Guid Id, long Fence);

    [LoggerMessage(Level = LogLevel.Information, Message = "Took over turn {TurnId} with fence {Fence}")]
    private partial void LogTaken(Guid turnId, long fence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not settle {WorkId}")]
    private partial void LogUnsettled(Exception fault, Guid workId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep could not look")]
    private partial void LogFailed(Exception fault);
}
