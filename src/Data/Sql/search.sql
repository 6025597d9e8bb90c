-- Portuguese full-text search that does not mind accents. Stands before the tables: their computed columns use it.
create extension if not exists unaccent;
do $$
begin
    if not exists (select from pg_ts_config where cfgname = 'tbos' and cfgnamespace = 'public'::regnamespace) then
        create text search configuration public.tbos (copy = pg_catalog.portuguese);
        alter text search configuration public.tbos
            alter mapping for hword, hword_part, word with unaccent, portuguese_stem;
    end if;
end $$;
