using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TbPersonalOs.Data;

/// <summary>
/// Forgets a thing of the current person and all that derives from it, by <see cref="Lineage"/>: calls that wrote it or showed it, what was
/// answered then, the messages that asked for it, and whatever else repeats its words. Within the transaction that is open.
/// </summary>
public sealed partial class Forgetting(AppDbContext db)
{
    /// <summary>The person's things of one kind, or of all: what each is, its id, and its words.</summary>
    public async Task<List<(string Kind, Guid Id, string Words)>> RecordsAsync(string? kind, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var records = new List<(string, Guid, string)>();
        foreach (var table in Lineage.Records.Values.Where(table => kind is null || table.Kind == kind))
        {
            foreach (var (id, words, origin) in await ListAsync(
                $"select id, concat_ws(' · ', {string.Join(", ", table.Words)}), origin from {table.Name} where user_id = app_user_id() order by id", [],
                reader => (reader.GetGuid(0), reader.GetString(1), reader.GetString(2)), cancellationToken))
            {
                records.Add((table.Kind, id, words));
                if (Origin.IsUntrusted(origin))
                {
                    db.Saw(origin);
                }
            }
        }

        return records;
    }

    /// <summary>All that goes with a thing. Empty of records where a record of that id never was.</summary>
    public async Task<ForgottenThings> GatherAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        var things = new ForgottenThings(kind, id);
        if (kind == Forgotten.Message)
        {
            await AddMessageAsync(things, id, cancellationToken);
        }
        else
        {
            await AddRecordAsync(things, Lineage.Records[kind], id, cancellationToken);
        }

        await AddTextsAsync(things, cancellationToken);
        return things;
    }

    /// <summary>Takes it all away, and leaves an entry in the log that says where.</summary>
    /// <param name="things">What goes.</param>
    /// <param name="action">The call that forgets, or none.</param>
    /// <param name="turn">Its turn, or none.</param>
    public async Task ApplyAsync(ForgottenThings things, Guid? action, Guid? turn, CancellationToken cancellationToken)
    {
        foreach (var derived in Lineage.Derived.Where(derived => derived.From.Source != Source.Log))
        {
            var of = derived.TableColumn is null
                ? $"{derived.Column} = any($1)"
                : $"({derived.TableColumn}, {derived.Column}) in (select * from unnest($2::text[], $1::uuid[]))";
            var sql = derived.From.Keeps
                ? $"update {derived.Name} set {string.Join(", ", derived.Emptied)} where user_id = app_user_id() and {of}"
                : $"delete from {derived.Name} where user_id = app_user_id() and {of}";
            object?[] values = derived.TableColumn is null ? [things.Of(derived.From.Source)] : [things.Of(derived.From.Source), Tables(things)];
            await ExecuteAsync(sql, values, cancellationToken);
        }

        if (RepeatedTexts.PatternOf(things) is { } pattern)
        {
            // What was said without having been asked belongs to no turn.
            await ExecuteAsync(
                $"update outbox_messages t set text = '' where t.user_id = app_user_id() and t.turn_id is null and {RepeatedTexts.In("t", "outbox_messages")}", [pattern], cancellationToken);
        }

        await ExecuteAsync(
            "update actions set undo_until = null where user_id = app_user_id() and id = any($1) and not exists (select from undo_images u where u.user_id = actions.user_id and u.action_id = actions.id)",
            [things.Of(Source.Action)], cancellationToken);
        foreach (var table in Lineage.PersonalTables.Where(table => things.Records.Any(record => record.Table == table)))
        {
            await ExecuteAsync(
                $"delete from {table} where user_id = app_user_id() and id = any($1)", [things.Records.Where(record => record.Table == table).Select(record => record.Id).ToArray()], cancellationToken);
        }

        Guid[] told = action is { } own ? [.. things.Of(Source.Action), own] : things.Of(Source.Action);
        await ExecuteAsync("select forget_log($1, $2, $3)", [told, action, turn], cancellationToken);
        await RememberAsync(things.Kind, things.Id, cancellationToken);
    }

    /// <summary>The turn that carries a call out now, or none.</summary>
    public async Task<Guid?> TurnOfAsync(Guid action, CancellationToken cancellationToken)
    {
        var turns = await IdsAsync(
            """
            select t.id from turns t where t.user_id = app_user_id() and t.state = 'running' and (
                t.id = (select a.turn_id from actions a where a.user_id = t.user_id and a.id = $1)
                or exists (select from incoming_messages m join approvals p on p.user_id = m.user_id and p.id = m.approval_id
                           where m.user_id = t.user_id and m.turn_id = t.id and p.action_id = $1))
            """,
            [action], cancellationToken);
        return turns.Count == 0 ? null : turns.First();
    }

    /// <summary>Whether the log's chain holds.</summary>
    public async Task<bool> LogHoldsAsync(CancellationToken cancellationToken) =>
        (await ListAsync("select verify_log() is null", [], reader => reader.GetBoolean(0), cancellationToken))[0];

    /// <summary>Takes away all that the person has, but for the turn and the call that do it.</summary>
    /// <returns>The id under which it is known to have been forgotten.</returns>
    public async Task<Guid> EverythingAsync(Guid? action, Guid? turn, CancellationToken cancellationToken)
    {
        foreach (var table in Erased)
        {
            await ExecuteAsync($"delete from {table} where {Erasable(table)}", [action, turn], cancellationToken);
        }

        await ExecuteAsync("select forget_log(null, $1, $2)", [action, turn], cancellationToken);
        return await RememberAsync(Forgotten.Everything, Guid.CreateVersion7(), cancellationToken);
    }

    /// <summary>What goes with everything: all but the log, which keeps its chain without what it told.</summary>
    private static IEnumerable<string> Erased => Lineage.PersonalTables.Where(table => table != "forgotten" && !table.StartsWith("assistant_log", StringComparison.Ordinal));

    /// <summary>Rows of a table that are not of the turn and the call that forget everything ($1 the call, $2 the turn).</summary>
    private static string Erasable(string table) => "user_id = app_user_id() and ($1::uuid, $2::uuid) is not distinct from ($1, $2) and " + table switch
    {
        "actions" => "id is distinct from $1",
        "approvals" or "undo_images" => "action_id is distinct from $1",
        "turns" or "work" => "id is distinct from $2",
        "incoming_messages" or "turn_answers" or "outbox_messages" => "turn_id is distinct from $2",
        "conversations" => "id is distinct from (select conversation_id from turns where user_id = app_user_id() and id = $2)",
        _ => "true",
    };

    private async Task<Guid> RememberAsync(string kind, Guid id, CancellationToken cancellationToken)
    {
        await ExecuteAsync("insert into forgotten (user_id, id, kind) values (app_user_id(), $1, $2) on conflict do nothing", [id, kind], cancellationToken);
        return id;
    }

    /// <summary>Takes the words out of the call that forgets, of the card that it waited on and of the messages that asked: they name what was forgotten.</summary>
    public async Task ForgetTheAskingAsync(Guid action, CancellationToken cancellationToken)
    {
        var asking = new ForgottenThings("", action) { Actions = { action } };
        asking.Turns.UnionWith(await IdsAsync("select turn_id from actions where user_id = app_user_id() and id = $1 and turn_id is not null and exists (select from turns t where t.user_id = actions.user_id and t.id = turn_id)", [action], cancellationToken));
        asking.Messages.UnionWith(await IdsAsync(
            """
            select m.id from incoming_messages m where m.user_id = app_user_id() and (m.turn_id = any($2)
                or m.approval_id in (select p.id from approvals p where p.user_id = m.user_id and p.action_id = $1))
            """,
            [action, asking.Of(Source.Turn)], cancellationToken));
        foreach (var derived in Lineage.Derived.Where(derived => derived.From.Source is not (Source.Log or Source.Record)))
        {
            await ExecuteAsync(
                derived.From.Keeps
                    ? $"update {derived.Name} set {string.Join(", ", derived.Emptied)} where user_id = app_user_id() and {derived.Column} = any($1)"
                    : $"delete from {derived.Name} where user_id = app_user_id() and {derived.Column} = any($1)",
                [asking.Of(derived.From.Source)], cancellationToken);
        }
    }

    private static string[] Tables(ForgottenThings things) => [.. things.Records.Select(record => record.Table)];

    private async Task AddMessageAsync(ForgottenThings things, Guid id, CancellationToken cancellationToken)
    {
        things.Turns.UnionWith(await IdsAsync("select turn_id from incoming_messages where user_id = app_user_id() and id = $1 and turn_id is not null", [id], cancellationToken));
        things.Messages.Add(id);
        things.Messages.UnionWith(await IdsAsync("select id from incoming_messages where user_id = app_user_id() and turn_id = any($1)", [things.Of(Source.Turn)], cancellationToken));
        things.Texts.UnionWith(await TextsAsync("select text from incoming_messages where user_id = app_user_id() and id = any($1)", [things.Of(Source.Message)], cancellationToken));
        things.Actions.UnionWith(await IdsAsync("select id from actions where user_id = app_user_id() and turn_id = any($1)", [things.Of(Source.Turn)], cancellationToken));
        foreach (var table in Lineage.Records.Values)
        {
            foreach (var made in await IdsAsync(
                "select distinct row_id from undo_images where user_id = app_user_id() and action_id = any($1) and table_name = $2 and before is null", [things.Of(Source.Action), table.Name], cancellationToken))
            {
                await AddRecordAsync(things, table, made, cancellationToken);
            }
        }
    }

    /// <summary>The record, its parts, the calls that changed or showed it, and their turns; of those that changed it or looked for it also the messages.</summary>
    private async Task AddRecordAsync(ForgottenThings things, RecordTable table, Guid id, CancellationToken cancellationToken)
    {
        if (!things.Records.Add((table.Name, id)))
        {
            return;
        }

        things.Texts.UnionWith(await TextsAsync(TextsOf(table), [id, table.Name], cancellationToken));
        var writers = await IdsAsync("select distinct action_id from undo_images where user_id = app_user_id() and table_name = $2 and row_id = $1", [id, table.Name], cancellationToken);
        things.Actions.UnionWith(writers);
        things.Actions.UnionWith(await IdsAsync(
            "select id from actions where user_id = app_user_id() and (position($1 in arguments::text) > 0 or position($1 in coalesce(result::text, '')) > 0)", [id.ToString()], cancellationToken));
        things.Turns.UnionWith(await TurnsOfAsync([.. things.Actions], cancellationToken));
        // Who looked for it said words of it, who only listed things did not.
        var said = writers.Concat(await IdsAsync("select id from actions where user_id = app_user_id() and id = any($1) and arguments::text <> '{}'", [things.Of(Source.Action)], cancellationToken));
        things.Messages.UnionWith(await IdsAsync(
            "select id from incoming_messages where user_id = app_user_id() and turn_id = any($1)", [(await TurnsOfAsync([.. said], cancellationToken)).ToArray()], cancellationToken));
        foreach (var (part, column) in table.Parts)
        {
            foreach (var child in await IdsAsync($"select id from {part} where user_id = app_user_id() and {column} = $1", [id], cancellationToken))
            {
                await AddRecordAsync(things, Lineage.Records.Values.Single(record => record.Name == part), child, cancellationToken);
            }
        }
    }

    /// <summary>Whatever else repeats its words: what was said, answered and found; not what belongs to another thing with the same words.</summary>
    private async Task AddTextsAsync(ForgottenThings things, CancellationToken cancellationToken)
    {
        if (RepeatedTexts.PatternOf(things) is not { } pattern)
        {
            return;
        }

        object[] values = [pattern, things.Of(Source.Record), Tables(things)];
        things.Actions.UnionWith(await IdsAsync($"select id from actions a where a.user_id = app_user_id() and {RepeatedTexts.In("a", "actions")} and not {RepeatedTexts.WritesAnother("a.id")}", values, cancellationToken));
        things.Turns.UnionWith(await TurnsOfAsync([.. things.Actions], cancellationToken));
        foreach (var (table, column) in new[] { ("turns", "id"), ("turn_answers", "turn_id"), ("outbox_messages", "turn_id") })
        {
            things.Turns.UnionWith(await IdsAsync($"select {column} from {table} t where t.user_id = app_user_id() and {column} is not null and {RepeatedTexts.In("t", table)}", [pattern], cancellationToken));
        }

        things.Messages.UnionWith(await IdsAsync($"select id from incoming_messages m where m.user_id = app_user_id() and {RepeatedTexts.In("m", "incoming_messages")}", [pattern], cancellationToken));
    }

    private Task<HashSet<Guid>> TurnsOfAsync(Guid[] actions, CancellationToken cancellationToken) => IdsAsync(
        """
        select turn_id from actions where user_id = app_user_id() and id = any($1) and turn_id is not null
        union
        select m.turn_id from incoming_messages m join approvals p on p.user_id = m.user_id and p.id = m.approval_id
        where m.user_id = app_user_id() and p.action_id = any($1) and m.turn_id is not null
        """,
        [actions], cancellationToken);

    private static string TextsOf(RecordTable table) => string.Join(" union ", table.Words.SelectMany(column => new[]
    {
        $"select {column} from {table.Name} where user_id = app_user_id() and id = $1 and $2::text is not null",
        $"select before ->> '{column}' from undo_images where user_id = app_user_id() and row_id = $1 and table_name = $2",
        $"select after ->> '{column}' from undo_images where user_id = app_user_id() and row_id = $1 and table_name = $2",
    }));

    private async Task<HashSet<Guid>> IdsAsync(string sql, object?[] values, CancellationToken cancellationToken) => [.. await ListAsync(sql, values, reader => reader.GetGuid(0), cancellationToken)];

    private async Task<List<string>> TextsAsync(string sql, object?[] values, CancellationToken cancellationToken) =>
        [.. (await ListAsync(sql, values, reader => reader.IsDBNull(0) ? "" : reader.GetString(0), cancellationToken)).Where(text => text.Length > 0)];

    private async Task<List<T>> ListAsync<T>(string sql, object?[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch().Add(sql, values);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var batch = db.Batch().Add(sql, values);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
