using Npgsql;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>One thing of the person's day, as the opening context shows it.</summary>
/// <param name="Kind"><c>event</c>, <c>task</c> or <c>reminder</c>.</param>
/// <param name="Text">What it is; null for what others wrote.</param>
/// <param name="When">Wall time of its zone.</param>
/// <param name="HasTime">Whether an hour was said.</param>
internal sealed record DayLine(string Kind, string? Text, DateTime When, bool HasTime);

/// <summary>What a model is shown beside the conversation. Read only where one may be asked.</summary>
/// <param name="Lines">Events of today and tomorrow, open tasks due by then, pending reminders of today; at most fifteen of each.</param>
/// <param name="Sharing">What the person chose to let out or keep.</param>
/// <param name="Memories">Recalled memories: none until there is a memory.</param>
/// <param name="Insights">Active insights: none until there are any.</param>
internal sealed record TurnDay(
    IReadOnlyList<DayLine> Lines, IReadOnlyDictionary<DataKind, bool> Sharing, IReadOnlyList<string> Memories, IReadOnlyList<string> Insights)
{
    /// <summary>Adds the two statements that <see cref="ReadAsync"/> reads.</summary>
    public static void Add(NpgsqlBatch batch, Guid user, Guid turnId)
    {
        // Others' events show their hour alone: their words would be orders in the opening context.
        const string Lines = """
            with today as (
                select date_trunc('day', (select max(m.said_at) from incoming_messages m where m.user_id = $1 and m.turn_id = $2)
                    at time zone coalesce((select zone from profiles where user_id = $1), 'UTC')) as start)
            (select 'event', case when origin like 'untrusted:%' then null else title end, start_local, start_has_time from events, today
             where user_id = $1 and start_local < today.start + interval '2 days' and end_local > today.start order by start_local limit 15)
            union all
            (select 'task', case when origin like 'untrusted:%' then null else title end, due_local, due_has_time from tasks, today
             where user_id = $1 and completed_at is null and due_local < today.start + interval '2 days' order by due_local limit 15)
            union all
            (select 'reminder', case when origin like 'untrusted:%' then null else text end, due_local, due_has_time from reminders, today
             where user_id = $1 and status = 'pending' and due_local < today.start + interval '1 day' order by due_local limit 15)
            """;
        batch.Add(Lines, user, turnId).Add("select kind, allowed from sharing_choices where user_id = $1", user);
    }

    /// <summary>Reads them; the reader stands on the result before theirs.</summary>
    public static async Task<TurnDay> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var lines = new List<DayLine>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new DayLine(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetDateTime(2), reader.GetBoolean(3)));
        }

        var sharing = new Dictionary<DataKind, bool>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            sharing[Code.Parse<DataKind>(reader.GetString(0))] = reader.GetBoolean(1);
        }

        return new TurnDay(lines, sharing, [], []);
    }
}
