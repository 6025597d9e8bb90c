using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>What a look at one person's log found.</summary>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Fault">The first that does not hold; null where all do.</param>
internal sealed record LogVerdict(long Entries, LogFault? Fault);

/// <summary>The first entry of a log that does not hold.</summary>
/// <param name="Seq">Its place.</param>
/// <param name="What">What does not hold.</param>
/// <param name="Cure">What to do.</param>
internal sealed record LogFault(long Seq, string What, string Cure);

/// <summary>
/// Proves a person's log: each entry by the one before it, each payload by its entry, and the end by what was kept outside the database, so that
/// neither a changed byte nor a tail that was cut off stays unseen.
/// </summary>
internal sealed class LogVerifier(IServiceScopeFactory scopes, AuditHeads heads)
{
    private const string Changed = "Somebody changed it. Restore a backup.";

    /// <summary>Looks at the log of everybody in the house.</summary>
    public async Task<IReadOnlyList<(Guid Person, LogVerdict Verdict)>> VerifyAllAsync(CancellationToken cancellationToken)
    {
        var verdicts = new List<(Guid, LogVerdict)>();
        foreach (var person in await People.AllAsync(scopes, cancellationToken))
        {
            verdicts.Add((person, await VerifyAsync(person, cancellationToken)));
        }

        return verdicts;
    }

    /// <summary>Looks at one person's log.</summary>
    public async Task<LogVerdict> VerifyAsync(Guid person, CancellationToken cancellationToken)
    {
        // Before the look: an end is kept outside only after its entry is committed, so the look has it.
        var kept = heads.Read(person);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using var instant = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var entries = await db.Set<AssistantLog>().LongCountAsync(cancellationToken);
        var fault = await db.Database.SqlQuery<FaultRow>($"select seq, what from log_faults() order by seq limit 1").SingleOrDefaultAsync(cancellationToken);
        return new LogVerdict(entries, fault is null ? await EndAsync(db, kept, entries, cancellationToken) : Told(fault));
    }

    private static async Task<LogFault?> EndAsync(AppDbContext db, LogHead? kept, long entries, CancellationToken cancellationToken)
    {
        if (kept is null)
        {
            return entries == 0 ? null : new LogFault(entries, "its end is not kept outside the database", "Somebody took it away, or the data directory is another. Restore both from one backup.");
        }

        var hash = await db.Set<AssistantLog>().Where(row => row.Seq == kept.Seq).Select(row => row.Hash).SingleOrDefaultAsync(cancellationToken);
        return hash is null || !string.Equals(Convert.ToHexStringLower(hash), kept.Hash, StringComparison.Ordinal)
            ? new LogFault(kept.Seq, "it is not the entry that was kept outside the database", "The database is older than this data directory, or was changed. Restore both from one backup.")
            : null;
    }

    private static LogFault Told(FaultRow fault) => new(
        fault.Seq,
        fault.What switch
        {
            "gap" => "entries before it are missing",
            "entry" => "it was changed",
            "payload" => "what it tells was changed",
            _ => "entries up to it are missing at the end",
        },
        Changed);

    private sealed record FaultRow(long Seq, string What);
}
