using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>The transaction of the call that the pipeline is carrying out: one at a time.</summary>
internal sealed class ActionTransaction(AppDbContext db, ActionLedger ledger, Person person, AuditHeads heads, ForgottenOutside forgotten)
{
    private IDbContextTransaction? _open;

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
        var receipt = await RecordAsync(entry, call, commit: true, cancellationToken);
        await CloseAsync();
        Tell(receipt, entry, call);
        if (entry is { Effect: Effect.Erase, State: ActionState.Done })
        {
            await forgotten.KeepAsync(db, cancellationToken);
        }
    }

    /// <summary>Stores the entry as it stands now; more follows before the commit.</summary>
    public Task<ReceiptView> RecordAsync(ActionEntry entry, CallContext call, CancellationToken cancellationToken) =>
        RecordAsync(entry, call, commit: false, cancellationToken);

    /// <summary>Commits what is no call of its own.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _open!.CommitAsync(cancellationToken);
        await CloseAsync();
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
        db.ChangeTracker.Clear();
        await using var batch = db.Batch().Add("rollback to savepoint call");
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RollbackAsync()
    {
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

    private async Task<ReceiptView> RecordAsync(ActionEntry entry, CallContext call, bool commit, CancellationToken cancellationToken) => ReceiptView.Of(
        await ledger.RecordAsync(entry, call.Turn?.UnsavedReads ?? [], commit, cancellationToken), person.Now.ToDateTimeOffset());

    private void Tell(ReceiptView receipt, ActionEntry entry, CallContext call)
    {
        call.Turn?.Saved();
        call.Error = entry.Error;
        call.Tell(receipt, entry.CallId);
        heads.Keep(person.Id, ledger.Head);
    }

    private async Task CloseAsync()
    {
        await _open!.DisposeAsync();
        _open = null;
        db.ChangeTracker.Clear();
    }
}
