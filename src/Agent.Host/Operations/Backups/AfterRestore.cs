using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// Ends what a person's backup caught under way, before it serves: since then it may have come to an end in the world. So nothing is sent
/// again: what was leaving is only looked up, an open card is a no, a message that was not answered is not answered twice. Only reminders that
/// became due since are told once more, as what may be a repeat: better twice than not at all.
/// </summary>
internal sealed class AfterRestore(AppDbContext db, Person person, AuditHeads heads)
{
    private static readonly Texts Text = new(typeof(AfterRestore));

    /// <summary>Ends it, and forgets again what was forgotten since, in one transaction.</summary>
    /// <param name="madeAt">When the backup was made.</param>
    /// <param name="forgotten">What the person forgot, as it is kept outside of the database.</param>
    public async Task SettleAsync(DateTimeOffset madeAt, IReadOnlyList<ForgottenId> forgotten, CancellationToken cancellationToken)
    {
        var said = Text["Restored", Words.Of(person).When(madeAt)];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await EndTurnsAsync(said, cancellationToken);
        await ForgetAgainAsync(madeAt, forgotten, cancellationToken);
        await using var batch = db.Batch()
            .Add("update outbox_messages set state = 'failed' where user_id = $1 and state in ('waiting', 'sending')", person.Id)
            .Add("delete from work where user_id = $1 and kind in ('turn', 'approval', 'delivery')", person.Id)
            .Add("update work set run_at = now() where user_id = $1 and kind = 'action'", person.Id)
            .Add(
                """
                with unheard as (
                    delete from reminder_deliveries where user_id = $1 and told_at is null and "end" in ('underway', 'failed') returning reminder_id)
                insert into work (user_id, kind, id, run_at, attempts, owner, fence)
                select distinct r.user_id, 'reminder', r.id, 'epoch'::timestamptz, 1, 0, 1
                from unheard u join reminders r on r.user_id = $1 and r.id = u.reminder_id where r.status = 'pending'
                on conflict (user_id, kind, id) do update set run_at = excluded.run_at, attempts = 1
                """,
                person.Id)
            .Add("update work set attempts = 1 where user_id = $1 and kind = 'reminder' and run_at <= $2", person.Id, person.Now.ToDateTimeOffset())
            .Add("update approvals set state = 'expired', decided_at = now() where user_id = $1 and state = 'open'", person.Id);
        AddEnd(batch, "in_flight", "unknown", ErrorCode.UnknownOutcome, Text["RestoredUnknown"]);
        AddEnd(batch, "pending_approval", "refused", ErrorCode.Denied, Text["RestoredCard"]);
        batch.Add("select seq, hash from append_log('[]'::jsonb)");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var head = await LogHead.ReadAsync(reader, cancellationToken);
        await reader.DisposeAsync();
        await transaction.CommitAsync(cancellationToken);
        heads.Keep(person.Id, head);
    }

    private async Task ForgetAgainAsync(DateTimeOffset madeAt, IReadOnlyList<ForgottenId> forgotten, CancellationToken cancellationToken)
    {
        var forgetting = new Forgetting(db);
        var known = await db.Set<Forgotten>().Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var one in forgotten.Where(one => !known.Contains(one.Id)))
        {
            if (one.Kind != Forgotten.Everything)
            {
                await forgetting.ApplyAsync(await forgetting.GatherAsync(one.Kind, one.Id, cancellationToken), null, null, cancellationToken);
            }
            else if (madeAt <= one.At)
            {
                await forgetting.EverythingAsync(null, null, cancellationToken);
            }
        }
    }

    /// <summary>Adds the statement that ends all actions of a state and logs each.</summary>
    private void AddEnd(NpgsqlBatch batch, string from, string to, ErrorCode code, string text)
    {
        var reason = new ToolException(code, text);
        batch.Add(
            """
            with ended as (
                update actions set state = $3, text = $4, result = $5::json, deadline = null where user_id = $1 and state = $2
                returning id, turn_id, function, effect, door, origin, arguments)
            select append_log(coalesce(jsonb_agg(jsonb_build_object('kind', $3, 'action', id, 'turn', turn_id, 'payload', jsonb_build_object(
                'function', function, 'effect', effect, 'door', door, 'origin', origin, 'arguments', arguments::jsonb, 'text', $4, 'error', $6)::text) order by id), '[]'))
            from ended
            """,
            person.Id, from, to, text, ToolError.Of(reason).ToJson().GetRawText(), Code.Of(code));
    }

    /// <summary>A turn that was running, and messages that waited for one, end with a word about why.</summary>
    private async Task EndTurnsAsync(string said, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<IncomingMessage>().Where(message => message.TurnId == null)
            .Select(message => message.ConversationId).Distinct().ToListAsync(cancellationToken);
        await using var batch = db.Batch();
        foreach (var conversation in waiting)
        {
            var turn = Guid.CreateVersion7();
            batch.Add(
                """
                insert into turns (user_id, id, conversation_id, state, joined, answered)
                select $1, $2, $3, 'cancelled', count(*), true from incoming_messages where user_id = $1 and conversation_id = $3 and turn_id is null
                """,
                person.Id, turn, conversation)
                .Add("update incoming_messages set turn_id = $2 where user_id = $1 and conversation_id = $3 and turn_id is null", person.Id, turn, conversation);
        }

        batch.Add(
            """
            update turns set state = 'cancelled', answered = true, text = coalesce(text, '') || $2, reply = $2, ended_at = clock_timestamp()
            where user_id = $1 and (state = 'running' or (state = 'cancelled' and ended_at is null))
            """,
            person.Id, said)
            .Add(
            """
            insert into outbox_messages (user_id, id, turn_id, channel, chat, text, state)
            select t.user_id, gen_random_uuid(), t.id, c.channel, c.chat, $2, 'ready'
            from turns t join conversations c on c.user_id = t.user_id and c.id = t.conversation_id
            where t.user_id = $1 and t.state = 'cancelled' and not exists (select from outbox_messages o where o.user_id = t.user_id and o.turn_id = t.id)
            """,
            person.Id, said);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
