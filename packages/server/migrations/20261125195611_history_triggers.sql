-- Keeping what a row was cost an update as much again as the update itself: the condition of a trigger is read from its text at every
-- statement, and that of a table of sixty columns is long. What is inside a function is prepared once for each connection. So the
-- trigger has no condition any more, and its function looks for itself whether anything is different.

create function history.keep_changes(kept text, without text[]) returns void language plpgsql as $$
declare
  columns text;
  old_values text;
  changed text;
begin
  select
    string_agg(format('%I', name), ', ' order by at) filter (where name <> all (without)),
    string_agg(format('old.%I', name), ', ' order by at) filter (where name <> all (without)),
    -- What is computed follows from the rest, and cannot be asked for before the row is written.
    string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ' order by at)
      filter (where name <> all (without) and not computed and name <> 'valid_from')
  into columns, old_values, changed
  from (select attname as name, attnum as at, attgenerated <> '' as computed
    from pg_attribute where attrelid = format('public.%I', kept)::regclass and attnum > 0 and not attisdropped) as c;

  -- A row lives from the second of its write up to that of the next one: of several states within a second the last is kept.
  execute format($body$
    create or replace function history.%1$I() returns trigger language plpgsql as $trigger$
    declare at constant bigint := history.now();
    begin
      if tg_op = 'DELETE' then
        if old.valid_from < at then
          insert into history.%2$I (%3$s, valid_to) values (%4$s, at);
        end if;
        return old;
      end if;
      if old.valid_from >= at then
        new.valid_from := old.valid_from;
      elsif %5$s then
        insert into history.%2$I (%3$s, valid_to) values (%4$s, at);
        new.valid_from := at;
      end if;
      return new;
    end $trigger$ $body$, 'keep_' || kept, kept, columns, old_values, changed);
  execute format('create or replace trigger keep_changed before update on public.%I for each row
    execute function history.%I()', kept, 'keep_' || kept);
end $$;

create or replace function history.keep_in_step() returns void language plpgsql as $$
declare kept record;
begin
  for kept in select * from history.kept_tables order by name loop
    perform history.keep_table(kept.name, kept.lookups, kept.without);
    perform history.keep_changes(kept.name, kept.without);
  end loop;
end $$;
