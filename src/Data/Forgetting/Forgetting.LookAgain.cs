namespace TbPersonalOs.Data;

/// <content>Looking again, for the certificate.</content>
public sealed partial class Forgetting
{
    /// <summary>Looks again for a thing that was forgotten: in every column that can hold words of a person.</summary>
    /// <param name="things">What went.</param>
    /// <param name="action">The call that forgot it: its own words are no find.</param>
    public async Task<LookAgain> LookAgainAsync(ForgottenThings things, Guid? action, CancellationToken cancellationToken)
    {
        var (columns, found, others) = (0, 0L, 0L);
        foreach (var (table, names) in Lineage.Columns)
        {
            columns += names.Count;
            var (ours, theirs) = await LookAgainAsync(table, things, action, cancellationToken);
            (found, others) = (found + ours, others + theirs);
        }

        return new LookAgain(columns, found, others);
    }

    /// <summary>Looks again after everything was forgotten.</summary>
    public async Task<LookAgain> LookAgainForEverythingAsync(Guid? action, Guid? turn, CancellationToken cancellationToken)
    {
        var found = 0L;
        foreach (var table in Erased)
        {
            found += (await ListAsync($"select count(*) from {table} where {Erasable(table)}", [action, turn], reader => reader.GetInt64(0), cancellationToken))[0];
        }

        return new LookAgain(Lineage.Columns.Values.Sum(names => names.Count), found, 0);
    }

    private async Task<(long Found, long Others)> LookAgainAsync(string table, ForgottenThings things, Guid? action, CancellationToken cancellationToken)
    {
        // What is a thing of its own, or was done to one, may have the same words; nothing may have the ids.
        var another = table switch
        {
            "actions" => RepeatedTexts.WritesAnother("t.id"),
            "approvals" => RepeatedTexts.WritesAnother("t.action_id"),
            "assistant_log_payloads" => RepeatedTexts.WritesAnother("(select l.action_id from assistant_logs l where l.user_id = t.user_id and l.seq = t.seq)"),
            "turns" or "turn_answers" or "outbox_messages" or "incoming_messages" => "false",
            _ => "true",
        };
        var own = table switch { "actions" => "t.id", "approvals" => "t.action_id", _ => "null::uuid" };
        var ids = string.Join(" or ", Lineage.Columns[table].Select(column => $"{column}::text ~ array_to_string($4::text[], '|')"));
        var rows = await ListAsync(
            $"""
            select count(*) filter (where has_id or (has_text and not another)), count(*) filter (where not has_id and has_text and another)
            from (select cardinality($4::text[]) > 0 and ({ids}) as has_id, $1::text is not null and {RepeatedTexts.In("t", table)} as has_text,
                         ({another}) as another, $3::text[] || $2::uuid[]::text[] as used
                  from {table} t where t.user_id = app_user_id() and {own} is distinct from $5) found
            """,
            [RepeatedTexts.PatternOf(things), things.Of(Source.Record), Tables(things), things.Records.Select(record => record.Id.ToString()).ToArray(), action],
            reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken);
        return rows[0];
    }
}
