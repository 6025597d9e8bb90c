using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TbPersonalOs.Data;

/// <summary>
/// What every table of the model gets: a forced policy on <c>user_id</c>, the app role's grants, and the undo trigger where it holds
/// a person's life. Tables without a policy are named here, each with its reason.
/// </summary>
public static class RowLevelSecurity
{
    /// <summary>Tables that hold no person's data, and why they have no policy.</summary>
    public static IReadOnlyDictionary<string, string> WithoutPolicy { get; } = new Dictionary<string, string>
    {
        ["public.work"] = "found across people by the sweep; points to rows and holds no content",
        ["accounts.users"] = "read before anyone is known; holds no content",
        ["accounts.login_links"] = "read before anyone is known; holds only hashes",
        ["accounts.model_budgets"] = "one for the household: sums of money and requests, no content",
        ["accounts.model_breakers"] = "one for the household: until when a provider is not asked",
        ["accounts.telegram_bots"] = "one for each bot of the household: places in a queue, no content",
        ["accounts.telegram_chats"] = "read before anyone is known; ids of chats and people, no content",
        ["accounts.pairings"] = "read before anyone is known; holds only hashes and ids",
        ["accounts.pairing_tries"] = "read before anyone is known; counts wrong codes",
        ["accounts.stray_updates"] = "updates of chats that nobody has paired: ids and kinds, no content",
        ["public.__EFMigrationsHistory"] = "names of migrations",
        ["jobs.qrtz_job_details"] = Jobs,
        ["jobs.qrtz_triggers"] = Jobs,
        ["jobs.qrtz_simple_triggers"] = Jobs,
        ["jobs.qrtz_cron_triggers"] = Jobs,
        ["jobs.qrtz_simprop_triggers"] = Jobs,
        ["jobs.qrtz_blob_triggers"] = Jobs,
        ["jobs.qrtz_calendars"] = Jobs,
        ["jobs.qrtz_paused_trigger_grps"] = Jobs,
        ["jobs.qrtz_paused_job_grps"] = Jobs,
        ["jobs.qrtz_fired_triggers"] = Jobs,
        ["jobs.qrtz_scheduler_state"] = Jobs,
        ["jobs.qrtz_locks"] = Jobs,
        ["jobs.qrtz_execution_history"] = Jobs,
        ["jobs.qrtz_misfire_history"] = Jobs,
        ["jobs.qrtz_job_status"] = Jobs,
    };

    private const string Jobs = "Quartz's own: when fixed jobs ring, the same for all people; no content";

    private static readonly string[] LogTables = ["assistant_logs", "assistant_log_payloads", "assistant_log_heads"];

    internal static async Task ApplyAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("""
            do $$ declare stray record; begin
                if not exists (select from pg_roles where rolname = 'tbos_app') then create role tbos_app nologin; end if;
                if not pg_has_role(current_user, 'tbos_app', 'member') then execute format('grant tbos_app to %I', current_user); end if;
                -- Policies add up: one more would open what the person's own closes.
                for stray in select policyname, schemaname, tablename from pg_policies where schemaname in ('public', 'accounts') and policyname <> 'person' loop
                    execute format('drop policy %I on %I.%I', stray.policyname, stray.schemaname, stray.tablename);
                end loop;
            end $$;
            grant usage on schema public, accounts to tbos_app;
            revoke execute on function append_log(jsonb), forget_log(uuid[], uuid, uuid) from public;
            grant execute on function append_log(jsonb), forget_log(uuid[], uuid, uuid) to tbos_app;

            """);
        foreach (var type in db.Model.GetEntityTypes())
        {
            sql.Append(For(type));
        }

        await SqlText.ExecuteAsync(db, sql.ToString(), cancellationToken);
    }

    private static string For(IEntityType type)
    {
        var schema = type.GetSchema() ?? "public";
        var table = $"{schema}.{type.GetTableName()}";
        if (WithoutPolicy.ContainsKey(table))
        {
            return table == "accounts.users"
                ? $"grant select on {table} to tbos_app;\n"
                : $"grant select, insert, update, delete on {table} to tbos_app;\n";
        }

        var grants = LogTables.Contains(type.GetTableName()) ? "select" : "select, insert, update, delete";
        var sql = $"""
            alter table {table} enable row level security;
            alter table {table} force row level security;
            drop policy if exists person on {table};
            create policy person on {table} using (user_id = (select app_user_id())) with check (user_id = (select app_user_id()));
            revoke all on {table} from tbos_app;
            grant {grants} on {table} to tbos_app;

            """;
        return type.ClrType.IsAssignableTo(typeof(DomainRow))
            ? sql + $"create or replace trigger record_undo after insert or update or delete on {table} for each row execute function record_undo();\n"
            : sql;
    }
}
