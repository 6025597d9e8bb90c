using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>A message that tells what is due: its words, and the reminders that it tells, in their order.</summary>
/// <param name="Text">In words, without markup.</param>
/// <param name="Reminders">The reminders: buttons act on them.</param>
internal sealed record ReminderTelling(string Text, IReadOnlyList<Guid> Reminders);

/// <summary>Reads, when a message is sent, what it tells: the words stand with the reminders alone.</summary>
internal sealed class ReminderTellings(AppDbContext db, CurrentUser user, Person person)
{
    /// <summary>
    /// What a message of the current person tells now, or null where nothing of it is left to be told: ticked off, put off or cancelled since.
    /// How late it is counts from here, and is stored, so that words and end agree.
    /// </summary>
    public async Task<ReminderTelling?> OfAsync(Guid message, Instant now, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select d.id, d.reminder_id, d.due_at, d.repetition, d.claimed_at, d.minutes_late, d."end" = 'failed' as failed, d.told_at is not null as told, r.text,
                   r.id is null or (d.told_at is null and (r.status <> 'pending' or r.due_at > d.due_at)) as gone
            from reminder_deliveries d left join reminders r on r.user_id = d.user_id and r.id = d.reminder_id
            where d.user_id = {user.Required} and d.message_id = {message} and d."end" <> 'skipped'
            order by d.due_at, d.id
            """).ToListAsync(cancellationToken);
        var (gone, left) = (rows.FindAll(row => row.Gone), rows.FindAll(row => !row.Gone));
        var told = left.ConvertAll(row => row with { MinutesLate = row.Told ? row.MinutesLate : Math.Max(row.MinutesLate, LateBy(row, now)) });
        await db.Database.ExecuteSqlAsync(
            $"""
            update reminder_deliveries d set minutes_late = n.late, "end" = case when n.gone then 'skipped' else d."end" end
            from unnest({gone.Concat(told).Select(row => row.Id).ToArray()}, {gone.Concat(told).Select(row => row.MinutesLate).ToArray()}, {gone.Concat(told).Select(row => row.Gone).ToArray()}) n(id, late, gone)
            where d.user_id = {user.Required} and d.id = n.id and d.told_at is null
            """,
            cancellationToken);
        return told.Count == 0 ? null : new ReminderTelling(
            ReminderWords.Of([.. told.Select(row => new ToldReminder(row.Text!, row.DueAt.ToInstant(), row.MinutesLate))], told.Exists(row => row.Failed), Words.Of(person) with { Today = now.InZone(person.Zone).Date }),
            [.. told.Select(row => row.ReminderId).Distinct()]);
    }

    /// <summary>A first telling counts from when it was due; one more, from when it was sent on its way.</summary>
    private static int LateBy(Row row, Instant now) =>
        ReminderPlan.MinutesBetween((row.Repetition == 0 ? row.DueAt : row.ClaimedAt).ToInstant(), now);

    private sealed record Row(
        Guid Id, Guid ReminderId, DateTimeOffset DueAt, int Repetition, DateTimeOffset ClaimedAt, int MinutesLate, bool Failed, bool Told, string? Text, bool Gone);
}
