using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>
/// Tells the current person what is due, in one transaction: the tellings, the messages that carry them, and when to look again. The reminders
/// themselves are not touched.
/// </summary>
internal sealed class ReminderRound(AppDbContext db, CurrentUser user, Person person, PersonLoader people, Ways ways, Outbox outbox)
{
    /// <summary>Kind of the work that finds a reminder.</summary>
    public const string Work = "reminder";

    /// <summary>Tells what is due. Returns how many tellings are on their way.</summary>
    public async Task<int> TellAsync(Instant now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await ClaimAsync(now, cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        people.Become(user.Required, await db.Profiles.AsNoTracking().SingleOrDefaultAsync(cancellationToken), now.ToDateTimeOffset());
        var tellings = await PlanAsync(due, now, cancellationToken);
        await using (var batch = db.Batch())
        {
            foreach (var planned in tellings)
            {
                AddSkipped(batch, planned, now);
                AddNextLook(batch, planned);
            }

            foreach (var message in await MessagesAsync([.. tellings.Where(planned => planned.Plan.Tell is not null)], cancellationToken))
            {
                AddMessage(batch, message.Key, [.. message], now);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        outbox.Left();
        return tellings.Count(planned => planned.Plan.Tell is not null);
    }

    /// <summary>Takes what is due, but what another process is taking.</summary>
    private Task<List<Claimed>> ClaimAsync(Instant now, CancellationToken cancellationToken) => db.Database.SqlQuery<Claimed>(
        $"""
        select id, attempts from work where user_id = {user.Required} and kind = {Work} and run_at <= {now.ToDateTimeOffset()}
        order by run_at, id for update skip locked
        """).ToListAsync(cancellationToken);

    private async Task<List<Planned>> PlanAsync(List<Claimed> due, Instant now, CancellationToken cancellationToken)
    {
        var ids = due.Select(row => row.Id).ToArray();
        var reminders = await db.Reminders.AsNoTracking().Where(row => ids.Contains(row.Id) && row.Status == ReminderStatus.Pending)
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var last = (await db.Database.SqlQuery<Last>(
            $"""
            select distinct on (d.reminder_id) d.reminder_id, d.due_at, d.repetition, d.claimed_at
            from reminder_deliveries d join reminders r on r.user_id = d.user_id and r.id = d.reminder_id
            where d.user_id = {user.Required} and d.reminder_id = any({ids}) and d.due_at >= r.due_at
            order by d.reminder_id, d.due_at desc, d.repetition desc
            """).ToListAsync(cancellationToken))
            .ToDictionary(row => row.ReminderId, row => new LastTelling(row.DueAt.ToInstant(), row.Repetition, row.ClaimedAt.ToInstant()));
        var quiet = QuietHours.Of(person.Profile, person.Zone);
        return [.. due.Select(row => reminders.GetValueOrDefault(row.Id) is { } reminder
            ? new Planned(row, reminder.ConversationId, ReminderPlan.Of(reminder, last.GetValueOrDefault(row.Id), now, quiet))
            : new Planned(row, null, new ReminderPlan(null, [], null)))];
    }

    /// <summary>What is told by which way. What is late comes as one message, however many chats asked for it.</summary>
    private async Task<List<IGrouping<Way, Planned>>> MessagesAsync(List<Planned> tellings, CancellationToken cancellationToken)
    {
        var latest = tellings.Where(planned => planned.Plan.Tell!.MinutesLate > 0).MaxBy(planned => planned.Plan.Tell!.Due);
        var places = new List<(Way Way, Planned Planned)>();
        foreach (var planned in tellings.OrderBy(planned => planned.Plan.Tell!.Due).ThenBy(planned => planned.Work.Id))
        {
            var from = planned.Plan.Tell!.MinutesLate > 0 ? latest! : planned;
            places.Add((await ways.ToAsync(from.ConversationId, cancellationToken), planned));
        }

        return [.. places.GroupBy(place => place.Way, place => place.Planned)];
    }

    private void AddMessage(NpgsqlBatch batch, Way way, List<Planned> together, Instant now)
    {
        var ids = together.ConvertAll(_ => Guid.CreateVersion7());
        var message = outbox.Add(batch, new NewOutboxMessage(OutboxKind.Reminder, way.Channel, way.Chat, "", ids[0]));
        if (together.Exists(planned => planned.Work.Attempts > 0))
        {
            batch.Add("update outbox_messages set possible_repeat = true where user_id = $1 and id = $2", user.Required, message);
        }

        foreach (var (planned, id) in together.Zip(ids))
        {
            var tell = planned.Plan.Tell!;
            var end = way.IsBrought ? DeliveryEnd.Underway : tell.MinutesLate > 0 ? DeliveryEnd.Late : DeliveryEnd.OnTime;
            batch.Add(
                """
                insert into reminder_deliveries (user_id, id, reminder_id, due_at, repetition, "end", minutes_late, claimed_at, told_at, message_id)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                user.Required, id, planned.Work.Id, tell.Due.ToDateTimeOffset(), tell.Repetition, Code.Of(end), tell.MinutesLate, now.ToDateTimeOffset(),
                way.IsBrought ? null : now.ToDateTimeOffset(), message);
        }
    }

    private void AddSkipped(NpgsqlBatch batch, Planned planned, Instant now)
    {
        if (planned.Plan.Skipped.Count > 0)
        {
            batch.Add(
                """
                insert into reminder_deliveries (user_id, id, reminder_id, due_at, repetition, "end", minutes_late, claimed_at)
                select $1, gen_random_uuid(), $2, due, 0, $3, 0, $4 from unnest($5) due
                """,
                user.Required, planned.Work.Id, Code.Of(DeliveryEnd.Skipped), now.ToDateTimeOffset(), planned.Plan.Skipped.Select(due => due.ToDateTimeOffset()).ToArray());
        }
    }

    private void AddNextLook(NpgsqlBatch batch, Planned planned)
    {
        if (planned.Plan.LookAt is { } next)
        {
            batch.Add(
                "update work set run_at = $4, attempts = case when $5 then 0 else attempts end, fence = fence + 1 where user_id = $1 and kind = $2 and id = $3",
                user.Required, Work, planned.Work.Id, next.ToDateTimeOffset(), planned.Plan.Tell is not null);
        }
        else
        {
            batch.Add("delete from work where user_id = $1 and kind = $2 and id = $3", user.Required, Work, planned.Work.Id);
        }
    }

    private sealed record Claimed(Guid Id, int Attempts);

    private sealed record Last(Guid ReminderId, DateTimeOffset DueAt, int Repetition, DateTimeOffset ClaimedAt);

    private sealed record Planned(Claimed Work, Guid? ConversationId, ReminderPlan Plan);
}
