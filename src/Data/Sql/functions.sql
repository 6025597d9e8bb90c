-- Functions of the house. Applied after each migration; each can be applied again.

create or replace function app_user_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Stores both images of a changed row under the action that the transaction works for. Jobs set none and leave none.
create or replace function record_undo() returns trigger language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
    action uuid := nullif(current_setting('app.action_id', true), '')::uuid;
begin
    if action is not null then
        insert into undo_images (user_id, action_id, table_name, row_id, before, after)
        values (coalesce(new.user_id, old.user_id), action, tg_table_name, coalesce(new.id, old.id),
                case when tg_op <> 'INSERT' then to_jsonb(old) end,
                case when tg_op <> 'DELETE' then to_jsonb(new) end);
    end if;
    return null;
end $$;

-- Takes one action back. Returns the rows that differ now as [{table, id, expected, current}]; then nothing was changed.
create or replace function undo_action(target uuid) returns jsonb language plpgsql set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
    change record;
    present jsonb;
    conflicts jsonb := '[]';
    columns text;
begin
    for change in
        select table_name, row_id,
               (array_agg(after order by id desc))[1] as after
        from undo_images where action_id = target
        group by table_name, row_id
    loop
        execute format('select to_jsonb(t) from %I t where t.user_id = app_user_id() and t.id = $1 for update', change.table_name)
            into present using change.row_id;
        if present is distinct from change.after then
            conflicts := conflicts || jsonb_build_object(
                'table', change.table_name, 'id', change.row_id, 'expected', change.after, 'current', present);
        end if;
    end loop;
    if jsonb_array_length(conflicts) > 0 then
        return conflicts;
    end if;

    for change in select table_name, row_id, before, after from undo_images where action_id = target order by id desc
    loop
        if change.before is null then
            execute format('delete from %I where user_id = app_user_id() and id = $1', change.table_name) using change.row_id;
            continue;
        end if;
        select string_agg(quote_ident(attname), ', ' order by attnum) into columns
        from pg_attribute
        where attrelid = change.table_name::regclass and attnum > 0 and not attisdropped and attgenerated = '';
        if change.after is null then
            execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_record(null::%1$I, $1)', change.table_name, columns)
                using change.before;
        else
            execute format('update %1$I set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, $1)) where user_id = app_user_id() and id = $2',
                           change.table_name, columns)
                using change.before, change.row_id;
        end if;
    end loop;
    return conflicts;
end $$;

-- Appends transitions to the current person's chain and returns its new head. Entries: [{kind, action, turn, payload}].
-- Runs with the owner's rights: the app role itself can only read the log. Last statement before the commit, since it locks the head.
create or replace function append_log(entries jsonb, out seq bigint, out hash bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    person uuid := app_user_id();
    entry jsonb;
    salt bytea;
    payload_hash bytea;
    moment timestamptz;
begin
    insert into assistant_log_heads (user_id, seq, hash) values (person, 0, '\x') on conflict (user_id) do nothing;
    select h.seq, h.hash into seq, hash from assistant_log_heads h where h.user_id = person for update;
    for entry in select * from jsonb_array_elements(entries)
    loop
        seq := seq + 1;
        moment := clock_timestamp();
        salt := decode(replace(gen_random_uuid()::text, '-', ''), 'hex');
        payload_hash := sha256(salt || convert_to(entry ->> 'payload', 'UTF8'));
        hash := log_hash(hash, seq, moment, entry ->> 'kind', (entry ->> 'action')::uuid, (entry ->> 'turn')::uuid, payload_hash);
        insert into assistant_logs (user_id, seq, at, kind, action_id, turn_id, payload_hash, hash)
        values (person, seq, moment, entry ->> 'kind', (entry ->> 'action')::uuid, (entry ->> 'turn')::uuid, payload_hash, hash);
        insert into assistant_log_payloads (user_id, seq, salt, payload) values (person, seq, salt, entry ->> 'payload');
    end loop;
    update assistant_log_heads h set seq = append_log.seq, hash = append_log.hash where h.user_id = person;
end $$;

-- Takes away what the current person's log tells of these actions (of all, where it is null, but for what tells that something was forgotten),
-- and appends an entry that names their places: the chain still holds, and a payload that is missing without such an entry is a fault.
-- Runs with the owner's rights, as append_log does. Returns how many there were.
create or replace function forget_log(actions uuid[], by_action uuid, by_turn uuid) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    places jsonb;
begin
    with gone as (
        delete from assistant_log_payloads p using assistant_logs l
        where p.user_id = app_user_id() and l.user_id = p.user_id and l.seq = p.seq and l.kind <> 'forgotten'
          and (actions is null or l.action_id = any(actions))
        returning p.seq)
    select coalesce(jsonb_agg(seq order by seq), '[]') into places from gone;
    perform append_log(jsonb_build_array(jsonb_build_object('kind', 'forgotten', 'action', by_action, 'turn', by_turn, 'payload', jsonb_build_object('places', places)::text)));
    return jsonb_array_length(places);
end $$;

create or replace function log_hash(previous bytea, seq bigint, moment timestamptz, kind text, action uuid, turn uuid, payload_hash bytea)
returns bytea language sql immutable parallel safe as $$
    select sha256(previous || convert_to(
        concat_ws('|', seq, (extract(epoch from moment) * 1000000)::bigint, kind, coalesce(action::text, '-'), coalesce(turn::text, '-')), 'UTF8')
        || payload_hash)
$$;

-- Where the current person's chain does not hold, and what does not: gap (an entry is missing before it), entry, payload, end (entries are
-- missing at the end). A payload that was forgotten is no fault: an entry of kind forgotten names its place.
create or replace function log_faults() returns table (seq bigint, what text) language sql stable set search_path = public, pg_temp as $$
    with chain as (
        select l.*, lag(l.hash, 1, '\x') over (order by l.seq) as previous, row_number() over (order by l.seq) as place,
               p.salt, p.payload
        from assistant_logs l left join assistant_log_payloads p using (user_id, seq)
        where l.user_id = app_user_id()
    ),
    forgotten as (
        select gone.place::bigint as seq from chain f cross join jsonb_array_elements_text(case
            when f.kind = 'forgotten' and f.payload_hash = sha256(f.salt || convert_to(f.payload, 'UTF8')) then f.payload::jsonb -> 'places'
            else '[]' end) gone(place)
    )
    select c.seq, case
        when c.place <> c.seq then 'gap'
        when c.hash is distinct from log_hash(c.previous, c.seq, c.at, c.kind, c.action_id, c.turn_id, c.payload_hash) then 'entry'
        else 'payload' end
    from chain c
    where c.place <> c.seq
       or c.hash is distinct from log_hash(c.previous, c.seq, c.at, c.kind, c.action_id, c.turn_id, c.payload_hash)
       or case when c.payload is null then c.seq not in (select f.seq from forgotten f)
               else c.payload_hash is distinct from sha256(c.salt || convert_to(c.payload, 'UTF8')) end
    union all
    select h.seq, 'end' from assistant_log_heads h
    where h.user_id = app_user_id()
      and (h.seq, h.hash) is distinct from (select (c.seq, c.hash) from chain c order by c.seq desc limit 1)
      and h.seq > 0
$$;

-- First place at which the current person's chain does not hold, or null.
create or replace function verify_log() returns bigint language sql stable set search_path = public, pg_temp as $$
    select min(seq) from log_faults()
$$;

-- Reserves one call of a model in the household's budget of a day, under that row's lock. A limit is null where it does not count.
-- refusal is null where the call fits: then it is counted. says_nearly and says_full: whether this call is the one to tell so; used is
-- what settled calls cost.
create or replace function reserve_model_call(
    of_budget text, of_day date, of_provider text, moment timestamptz, worst bigint, money_limit bigint, request_limit int,
    out refusal text, out until timestamptz, out says_nearly boolean, out says_full boolean, out used bigint, out most bigint, out counted int)
language plpgsql set search_path = public, pg_temp as $$
declare
    row accounts.model_budgets;
begin
    if money_limit is null then
        -- No money is at stake: a power cut may forget a free request, and nobody waits for the disk.
        perform set_config('synchronous_commit', 'off', true);
    end if;
    says_nearly := false;
    says_full := false;
    used := 0;
    most := coalesce(money_limit, 0);
    counted := 0;
    -- A day's quota is one of the free tier: who pays is not held back by it.
    select open_until into until from accounts.model_breakers b where money_limit is null and b.provider = of_provider and b.open_until > moment;
    if until is not null then
        refusal := 'daily_quota';
        return;
    end if;

    select * into row from accounts.model_budgets b where b.budget = of_budget and b.day = of_day for update;
    if not found then
        insert into accounts.model_budgets (budget, day, spent, reserved, requests, extra, said_nearly, said_full)
        values (of_budget, of_day, 0, 0, 0, 0, false, false) on conflict do nothing;
        select * into row from accounts.model_budgets b where b.budget = of_budget and b.day = of_day for update;
    end if;

    used := row.spent;
    most := most + row.extra;
    counted := row.requests;
    refusal := case
        when row.requests >= request_limit then 'requests_used_up'
        when money_limit is not null and row.spent + row.reserved + worst > most then 'cap_reached' end;
    if refusal is not null then
        -- What is only reserved may come back: nothing is used up by it, and the one line of the day is not spent on it.
        says_full := not row.said_full and (money_limit is null or row.spent + worst > most);
        if says_full then
            update accounts.model_budgets b set said_full = true where b.budget = of_budget and b.day = of_day;
        end if;
        return;
    end if;

    counted := counted + 1;
    says_nearly := not row.said_nearly
        and case when money_limit is null then counted::bigint * 5 >= request_limit::bigint * 4 else used * 5 >= most * 4 end;
    update accounts.model_budgets b
    set reserved = b.reserved + worst, requests = b.requests + 1, said_nearly = b.said_nearly or says_nearly
    where b.budget = of_budget and b.day = of_day;
end $$;

-- Keeps the work that finds a pending reminder when it is due, without anybody's data being read. Only what bears on its times counts: what a job
-- has moved on stays. Holds for whoever changes the row, undo as well.
create or replace function keep_reminder_work() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and (new.status, new.due_at, new.repeat, new.anchor, new.insists) is not distinct from (old.status, old.due_at, old.repeat, old.anchor, old.insists) then
        return null;
    end if;
    if tg_op <> 'DELETE' and new.status = 'pending' then
        insert into work (user_id, kind, id, run_at, attempts, owner, fence) values (new.user_id, 'reminder', new.id, new.due_at, 0, 0, 1)
        on conflict (user_id, kind, id) do update set run_at = excluded.run_at, attempts = 0, fence = work.fence + 1;
    else
        delete from work where user_id = old.user_id and kind = 'reminder' and id = old.id;
    end if;
    return null;
end $$;
create or replace trigger keep_reminder_work after insert or update or delete on reminders for each row execute function keep_reminder_work();

-- In another zone the times to come are others: whoever looks next counts them anew. The same where a morning brief is wanted at another hour.
create or replace function keep_profile_work() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op <> 'UPDATE' or new.zone <> old.zone then
        update work set run_at = 'epoch' where user_id = coalesce(new.user_id, old.user_id) and kind = 'reminder';
    end if;
    if tg_op <> 'DELETE' and new.brief_at is not null then
        if tg_op = 'INSERT' or (new.brief_at, new.zone) is distinct from (old.brief_at, old.zone) then
            insert into work (user_id, kind, id, run_at, attempts, owner, fence) values (new.user_id, 'brief', new.id, 'epoch', 0, 0, 1)
            on conflict (user_id, kind, id) do update set run_at = excluded.run_at, attempts = 0, fence = work.fence + 1;
        end if;
    else
        delete from work where user_id = coalesce(new.user_id, old.user_id) and kind = 'brief';
    end if;
    return null;
end $$;
create or replace trigger keep_profile_work after insert or update or delete on profiles for each row execute function keep_profile_work();
