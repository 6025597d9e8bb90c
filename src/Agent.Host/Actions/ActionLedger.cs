using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>The statements by which actions are found, stored and logged.</summary>
internal sealed class ActionLedger(AppDbContext db, Person person)
{
    /// <summary>The end of the person's chain after the last record.</summary>
    public LogHead? Head { get; private set; }

    /// <summary>
    /// Opens a call within the running transaction: guards the turn, makes the action the current one for undo, takes the call's lock, and
    /// sets the point to which a call that fails is taken back. Returns the earlier action that this call repeats, or null.
    /// </summary>
    /// <exception cref="ToolException">conflict: the same call is still running.</exception>
    public async Task<ActionRow?> OpenAsync(ActionEntry entry, TurnRecord? turn, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch();
        TurnGuard.Add(batch, person.Id, turn);
        batch.Add("select set_config('app.action_id', $1, true)", entry.Effect == Effect.Erase ? "" : entry.Id.ToString())
            .Add("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", $"{person.Id}:{entry.Key}")
            .Add("savepoint call");
        AddEarlier(batch, entry);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await TurnGuard.CheckAsync(reader, turn, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.GetBoolean(0))
        {
            throw new ToolException(ErrorCode.Conflict, new Texts(typeof(ActionLedger))["StillRunning"]);
        }

        await reader.NextResultAsync(cancellationToken);
        return await EarlierAsync(reader, cancellationToken);
    }

    /// <summary>Guards the turn within the running transaction.</summary>
    public async Task GuardAsync(TurnRecord? turn, CancellationToken cancellationToken)
    {
        if (turn is null)
        {
            return;
        }

        await using var batch = db.Batch();
        TurnGuard.Add(batch, person.Id, turn);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await TurnGuard.CheckAsync(reader, turn, cancellationToken);
    }

    /// <summary>
    /// Stores the entry's state and logs the transition; with it the reads that wait for a commit. The last statements before the commit,
    /// which rides on them where nothing else is to be stored.
    /// </summary>
    public async Task<ActionRow> RecordAsync(
        ActionEntry entry, IReadOnlyList<ActionEntry> reads, bool commit, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch();
        foreach (var read in reads)
        {
            AddAction(batch, read);
        }

        AddAction(batch, entry);
        AddLog(batch, [.. reads, entry]);
        if (commit)
        {
            batch.Add("commit");
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var _ in reads)
        {
            await reader.NextResultAsync(cancellationToken);
        }

        await reader.ReadAsync(cancellationToken);
        var row = RowOf(entry, reader.GetFieldValue<DateTimeOffset>(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<DateTimeOffset>(1));
        await reader.NextResultAsync(cancellationToken);
        Head = await LogHead.ReadAsync(reader, cancellationToken);
        return row;
    }

    /// <summary>Adds the statement that stores one action as it stands; it returns when it was called and until when it can be undone.</summary>
    public void AddAction(NpgsqlBatch batch, ActionEntry entry) => batch.Add("""
        insert into actions (user_id, id, turn_id, conversation_id, round, position, key, function, effect, state, door,
                             arguments, arguments_hash, result, text, origin, verdict, rule, permission, context, origins, deadline, undo_until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::json, $13, $14::json, $15, $16, $19, $20, $21::uuid, $22, $23::json,
                clock_timestamp() + make_interval(secs => $17),
                case when $10 = 'done' and ($18 or exists (select from undo_images where user_id = $1 and action_id = $2))
                     then now() + interval '90 days' end)
        on conflict (user_id, id) do update set state = excluded.state, result = excluded.result, text = excluded.text,
            deadline = excluded.deadline, undo_until = excluded.undo_until
        returning created_at, undo_until
        """,
        person.Id, entry.Id, entry.TurnId, entry.ConversationId, entry.Round, entry.Position, entry.Key, entry.Function.FullName,
        Code.Of(entry.Effect), Code.Of(entry.State), Code.Of(entry.Door), entry.Arguments.ToJsonString(ToolJson.Options), entry.Hash,
        entry.Result?.GetRawText(), entry.Text, entry.Origin, (double?)entry.DeadlineSeconds,
        entry.Effect is Effect.Remote or Effect.Outward && entry.Function.Compensate is not null,
        entry.Judgement is { } judged ? Code.Of(judged.Verdict) : null, entry.Judgement?.Rule, entry.Permission, entry.Judgement?.Context,
        entry.Judgement?.Origins.ToJsonString(ToolJson.Options) ?? "{}");

    /// <summary>Adds the statement that appends one log row for each entry, and one for each earlier action that it moved.</summary>
    public static void AddLog(NpgsqlBatch batch, IEnumerable<ActionEntry> entries) =>
        batch.Add("select seq, hash from append_log($1::jsonb)", new JsonArray([.. entries.SelectMany(Transitions)]).ToJsonString(ToolJson.Options));

    private static IEnumerable<JsonNode> Transitions(ActionEntry entry) =>
    [
        Transition(entry.State, entry.Id, entry.TurnId, entry.Payload()),
        .. entry.Moved.Select(moved => Transition(
            moved.Redone ? ActionState.Done : ActionState.Undone, moved.Id, entry.TurnId,
            new JsonObject { ["function"] = moved.Function, ["text"] = moved.Text, ["by"] = entry.Id }.ToJsonString(ToolJson.Options))),
    ];

    private static JsonObject Transition(ActionState state, Guid action, Guid? turn, string payload) => new()
    {
        ["kind"] = Code.Of(state),
        ["action"] = action,
        ["turn"] = turn,
        ["payload"] = payload,
    };

    /// <summary>The action of which this call is a repeat, or null.</summary>
    public async Task<ActionRow?> EarlierAsync(ActionEntry entry, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch();
        AddEarlier(batch, entry);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await EarlierAsync(reader, cancellationToken);
    }

    /// <summary>The same call, or one in an earlier round of the turn that did what this one would do; the closest first.</summary>
    private void AddEarlier(NpgsqlBatch batch, ActionEntry entry) => batch.Add(
        """
        select id, turn_id, key, function, effect, state, door, arguments, arguments_hash, result, text, origin, undo_until, created_at
        from actions
        where user_id = $1 and (key = $2 or id = $3
            or (turn_id = $4 and round < $5 and arguments_hash = $6 and state in ('done', 'in_flight', 'unknown', 'pending_approval')))
        order by id = $3 desc, key = $2 desc, id limit 1
        """,
        person.Id, entry.Key, entry.Id, entry.TurnId, entry.Round, entry.Hash);

    private static async Task<ActionRow?> EarlierAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new ActionRow
            {
                Id = reader.GetGuid(0),
                TurnId = reader.IsDBNull(1) ? null : reader.GetGuid(1),
                Key = reader.GetString(2),
                Function = reader.GetString(3),
                Effect = reader.GetString(4),
                State = Code.Parse<ActionState>(reader.GetString(5)),
                Door = reader.GetString(6),
                Arguments = reader.GetString(7),
                ArgumentsHash = reader.GetString(8),
                Result = reader.IsDBNull(9) ? null : reader.GetString(9),
                Text = reader.IsDBNull(10) ? null : reader.GetString(10),
                Origin = reader.GetString(11),
                UndoUntil = reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12),
                CreatedAt = reader.GetFieldValue<DateTimeOffset>(13),
            }
            : null;

    private static ActionRow RowOf(ActionEntry entry, DateTimeOffset at, DateTimeOffset? undoUntil) => new()
    {
        Id = entry.Id,
        TurnId = entry.TurnId,
        Key = entry.Key,
        Function = entry.Function.FullName,
        Effect = Code.Of(entry.Effect),
        State = entry.State,
        Door = Code.Of(entry.Door),
        Arguments = entry.Arguments.ToJsonString(ToolJson.Options),
        ArgumentsHash = entry.Hash,
        Result = entry.Result?.GetRawText(),
        Text = entry.Text,
        Origin = entry.Origin,
        UndoUntil = undoUntil,
        CreatedAt = at,
    };
}
