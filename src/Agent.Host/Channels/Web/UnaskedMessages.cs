using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>Reads what the outbox has for the page beside the replies of turns.</summary>
internal sealed class UnaskedMessages(AppDbContext db, Person person)
{
    private static readonly OutboxKind[] Kinds = [OutboxKind.Reminder, OutboxKind.Notice];

    /// <summary>The last ones of the current person, the oldest first.</summary>
    public async Task<IReadOnlyList<UnaskedView>> LastAsync(int most, CancellationToken cancellationToken)
    {
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Channel == Way.Web.Channel && row.Chat == Way.Web.Chat && Kinds.Contains(row.Kind))
            .OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        var told = await ToldAsync([.. messages.Where(row => row.Kind == OutboxKind.Reminder).Select(row => (Guid?)row.Id)], cancellationToken);
        messages.Reverse();
        return [.. messages.Where(row => row.Kind != OutboxKind.Reminder || told.Contains(row.Id)).Select(row => row.Kind == OutboxKind.Reminder
            ? new UnaskedView(row.Id, row.CreatedAt, row.Kind, WordsOf([.. told[row.Id]]), [.. told[row.Id].Select(one => one.View).DistinctBy(one => one.Id)])
            : new UnaskedView(row.Id, row.CreatedAt, row.Kind, row.Text, []))];
    }

    private async Task<ILookup<Guid, Told>> ToldAsync(Guid?[] messages, CancellationToken cancellationToken)
    {
        var all = db.Set<ReminderDelivery>().AsNoTracking();
        var rows = await (
            from telling in all
            join reminder in db.Reminders.AsNoTracking() on telling.ReminderId equals reminder.Id
            where messages.Contains(telling.MessageId) && telling.ToldAt != null && telling.End != DeliveryEnd.Skipped
            orderby telling.DueAt, telling.Id
            select new { telling, reminder, last = !all.Any(later => later.ReminderId == telling.ReminderId && later.DueAt > telling.DueAt) }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.telling.MessageId!.Value, row => new Told(row.telling, new ToldReminderView(row.reminder.Id, row.reminder.Text,
            row.last && row.reminder.Status == ReminderStatus.Pending && (row.reminder.Repeat is not null || row.reminder.Due.At <= row.telling.DueAt))));
    }

    private string WordsOf(IReadOnlyList<Told> told) => ReminderWords.Of(
        [.. told.Select(one => new ToldReminder(one.View.Text, Instant.FromDateTimeOffset(one.Telling.DueAt), one.Telling.MinutesLate))],
        told.Any(one => one.Telling.End == DeliveryEnd.Failed), Words.Of(person));

    private sealed record Told(ReminderDelivery Telling, ToldReminderView View);
}
