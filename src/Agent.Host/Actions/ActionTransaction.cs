using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TbPersonalOs.Agent.Host.Channels.Files;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>The transaction of the call that the pipeline is carrying out: one at a time.</summary>
internal sealed class ActionTransaction(AppDbContext db, ActionLedger ledger, Person person, AuditHeads heads, ForgottenOutside forgotten, FileStore files)
{
    private readonly List<Action> _after = [];
    private IDbContextTransaction? _open;

    /// <summary>What follows once this transaction is committed, and not otherwise.</summary>
    public void After(Action follow) => _after.Add(follow);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await RollbackAsync();
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.OpenConnectionAsync(cancellationToken);
        _open = await db.Database.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Stores the entry, commits, and only then tells of it.</summary>
    public async Task CommitAsync(ActionEntry entry, CallContext call, CancellationToken cancellationToken)
    {
        var receipt = ReceiptView.Of(
            await ledger.RecordAsync(entry, call.Turn?.UnsavedReads ?? [], commit: true, cancellationToken), person.Now.ToDateTimeOffset());
        await CloseAsync();
        Follow();
        Tell(receipt, entry, call);
        if (entry is { Effect: Effect.Erase, State: ActionState.Done })
        {
            await forgotten.KeepAsync(db, cancellationToken);
            await files.SweepAsync(db, cancellationToken);
        }
    }

    /// <summary>Stores the entry as it stands now; more follows before the commit.</summary>
    public Task<ActionRow> RecordAsync(ActionEntry entry, CallContext call, CancellationToken cancellationToken) =>
        ledger.RecordAsync(entry, call.Turn?.UnsavedReads ?? [], commit: false, cancellationToken);

    /// <summary>Commits what is no call of its own.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _open!.CommitAsync(cancellationToken);
        await CloseAsync();
        Follow();
    }

    /// <summary>Commits, and tells of the receipt.</summary>
    public async Task CommitAsync(ReceiptView receipt, ActionEntry entry, CallContext call, CancellationToken cancellationToken)
    {
        await CommitAsync(cancellationToken);
        Tell(receipt, entry, call);
    }

    /// <summary>Takes back what the call did since it was opened; the transaction goes on.</summary>
    public async Task TakeBackAsync(CancellationToken cancellationToken)
    {
        _after.Clear();
        db.ChangeTracker.Clear();
        await using var batch = db.Batch().Add("rollback to savepoint call");
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RollbackAsync()
    {
        _after.Clear();
        if (_open is null)
        {
            return;
        }

        try
        {
            await _open.RollbackAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the transaction with it.
        }

        await CloseAsync();
    }

    private void Tell(ReceiptView receipt, ActionEntry entry, CallContext call)
    {
        call.Turn?.Saved();
        call.Error = entry.Error;
        call.Tell(receipt, entry.CallId);
        heads.Keep(person.Id, ledger.Head);
    }

    private void Follow()
    {
        var follow = _after.ToList();
        _after.Clear();
        follow.ForEach(next => next());
    }

    private async Task CloseAsync()
    {
        await _open!.DisposeAsync();
        _open = null;
        db.ChangeTracker.Clear();
    }
}
