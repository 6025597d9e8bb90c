using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Brings tellings of the current person to their end, when the message that carries them has come to its own.</summary>
internal sealed class ReminderEnds(AppDbContext db, CurrentUser user, Ways ways, Outbox outbox)
{
    /// <summary>Whether anything else leaves by it. In the transaction that is open, or in one of its own.</summary>
    public async Task<bool> EndedAsync(Guid message, bool delivered, Instant at, CancellationToken cancellationToken)
    {
        var joined = db.Database.CurrentTransaction is not null;
        await using var own = joined ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        var leaves = delivered ? await ToldAsync(message, at, cancellationToken) : await TellElsewhereAsync(message, at, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
            outbox.Left();
        }

        return leaves;
    }

    private async Task<bool> ToldAsync(Guid message, Instant at, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update reminder_deliveries set told_at = {at.ToDateTimeOffset()},
                "end" = case when "end" <> 'underway' then "end" when minutes_late > 0 then 'late' else 'on_time' end
            where user_id = {user.Required} and message_id = {message} and told_at is null and "end" in ('underway', 'failed')
            """,
            cancellationToken);
        return false;
    }

    private async Task<bool> TellElsewhereAsync(Guid message, Instant at, CancellationToken cancellationToken)
    {
        var untold = await db.Set<ReminderDelivery>().AsNoTracking()
            .Where(row => row.MessageId == message && row.ToldAt == null && (row.End == DeliveryEnd.Underway || row.End == DeliveryEnd.Failed))
            .Select(row => row.Id).ToArrayAsync(cancellationToken);
        var subject = await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Id == message).Select(row => row.SubjectId).SingleOrDefaultAsync(cancellationToken);
        if (untold.Length == 0)
        {
            return false;
        }

        var tried = await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Kind == OutboxKind.Reminder && row.SubjectId == subject)
            .Select(row => new Way(row.Channel, row.Chat)).ToListAsync(cancellationToken);
        var way = await ways.OtherThanAsync(tried, cancellationToken);
        await using var batch = db.Batch();
        var other = outbox.Add(batch, new NewOutboxMessage(OutboxKind.Reminder, way.Channel, way.Chat, "", subject));
        batch.Add(
            """update reminder_deliveries set "end" = 'failed', message_id = $3, told_at = $4 where user_id = $1 and id = any($2)""",
            user.Required, untold, other, way.IsBrought ? null : at.ToDateTimeOffset());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return true;
    }
}
