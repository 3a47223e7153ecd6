-- What rows were before they changed, so that a read can be answered as of then: see docs/as-of.md.
--
-- Each kept table has a twin in the schema `history` with the rows it held before, and a view of the same name in the
-- schema `as_of` with the rows it held at `guichet.as_of`. `history.keep_in_step()` makes and mends all of that from the
-- list below; the migrator calls it whenever it changed anything, so that a migration which alters a kept table need not
-- know of its twin.

create schema history;
create schema as_of;

-- The moment before which nothing is kept, and for how many days things are: null for ever.
alter table workspaces
  add column history_from bigint not null default 0,
  add column history_days integer check (history_days > 0);

create table history.kept_tables (
  name text primary key,
  -- What the rows of an object are found by: an index on each, behind the workspace.
  lookups text[] not null,
  -- Columns that no answer shows and no search of one object asks for.
  without text[] not null default '{}'
);

insert into history.kept_tables (name, lookups, without) values
  ('contacts', '{id,external_id}', '{}'),
  ('companies', '{id}', '{}'),
  ('plans', '{id}', '{}'),
  ('tags', '{id}', '{}'),
  ('taggings', '{"object_type, object_id"}', '{}'),
  ('notes', '{contact_id,company_id}', '{}'),
  ('contact_companies', '{contact_id,company_id}', '{}'),
  ('contact_subscriptions', '{contact_id}', '{}'),
  ('contact_merges', '{into_contact_id}', '{}'),
  ('custom_object_types', '{id}', '{}'),
  ('custom_object_instances', '{id}', '{}'),
  ('segments', '{id}', '{}'),
  ('data_attributes', '{id}', '{}'),
  ('conversations', '{id}', '{source_text,source_tokens}'),
  ('conversation_parts', '{"conversation_id, id"}', '{text,tokens}'),
  ('conversation_contacts', '{conversation_id,contact_id}', '{}'),
  ('conversation_teammates', '{conversation_id}', '{}'),
  ('conversation_links', '{conversation_id,linked_id}', '{}'),
  ('tickets', '{id}', '{}'),
  ('ticket_states', '{id}', '{}'),
  ('ticket_types', '{id}', '{}'),
  ('ticket_type_attributes', '{ticket_type_id}', '{}'),
  ('ticket_type_states', '{ticket_type_id}', '{}'),
  ('articles', '{id}', '{}'),
  ('article_contents', '{article_id}', '{}'),
  ('article_versions', '{id}', '{}'),
  ('article_parents', '{article_id}', '{}'),
  ('content_audiences', '{"content_type, content_id"}', '{}'),
  ('collections', '{id}', '{}'),
  ('help_centers', '{id}', '{}');

-- The moment of a write: that of its request, which a sandbox and the tests move; by the server's clock where nobody said.
create function history.now() returns bigint language sql stable as $$
  select coalesce(nullif(current_setting('guichet.now', true), '')::bigint, floor(extract(epoch from now()))::bigint)
$$;

-- The moment an as-of read is about.
create function as_of.moment() returns bigint language sql stable as $$
  select current_setting('guichet.as_of')::bigint
$$;

-- Migrations may alter what the views show.
create function history.drop_views() returns void language plpgsql as $$
declare kept record;
begin
  for kept in select name from history.kept_tables loop
    execute format('drop view if exists as_of.%I', kept.name);
  end loop;
end $$;

create function history.keep_in_step() returns void language plpgsql as $$
declare kept record;
begin
  for kept in select * from history.kept_tables order by name loop
    perform history.keep_table(kept.name, kept.lookups, kept.without);
  end loop;
end $$;

create function history.keep_table(kept text, lookups text[], without text[]) returns void language plpgsql as $$
declare
  missing record;
  lookup text;
  columns text;
  old_values text;
  shown_now text;
  shown_then text;
  changed text;
begin
  execute format('alter table public.%I add column if not exists valid_from bigint not null default 0', kept);
  execute format('alter table public.%I alter column valid_from set default history.now()', kept);

  if to_regclass(format('history.%I', kept)) is null then
    execute format('create table history.%I (like public.%I)', kept, kept);
    execute format('alter table history.%I add column valid_to bigint not null', kept);
    -- What was there already is as it is from now on.
    update public.workspaces set history_from = greatest(history_from, floor(extract(epoch from now()))::bigint);
    execute format('create index %I on history.%I using brin (valid_to)', kept || '_trim_idx', kept);
    foreach lookup in array lookups loop
      execute format('create index on history.%I (workspace_id, %s, valid_to)', kept, lookup);
    end loop;
    for missing in select unnest(without) as name loop
      execute format('alter table history.%I drop column %I', kept, missing.name);
    end loop;
  end if;

  -- Columns that came, went or changed their type since.
  for missing in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, pg_get_expr(d.adbin, d.adrelid) as value
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum and a.attgenerated = ''
    where a.attrelid = format('public.%I', kept)::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname <> all (without)
      and not exists (select 1 from pg_attribute t where t.attrelid = format('history.%I', kept)::regclass
        and t.attname = a.attname and not t.attisdropped)
  loop
    execute format('alter table history.%I add column %I %s %s', kept, missing.name, missing.type,
      case when missing.value is null or missing.value like '%nextval%' then '' else 'default ' || missing.value end);
    execute format('alter table history.%I alter column %I drop default', kept, missing.name);
  end loop;
  for missing in
    select t.attname as name from pg_attribute t
    where t.attrelid = format('history.%I', kept)::regclass and t.attnum > 0 and not t.attisdropped
      and t.attname <> 'valid_to'
      and not exists (select 1 from pg_attribute a where a.attrelid = format('public.%I', kept)::regclass
        and a.attname = t.attname and not a.attisdropped)
  loop
    execute format('alter table history.%I drop column %I', kept, missing.name);
  end loop;
  for missing in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_attribute t on t.attname = a.attname
      and t.attrelid = format('history.%I', kept)::regclass and not t.attisdropped
    where a.attrelid = format('public.%I', kept)::regclass and a.attnum > 0 and not a.attisdropped
      and (a.atttypid, a.atttypmod) <> (t.atttypid, t.atttypmod)
  loop
    execute format('alter table history.%I alter column %I type %s using %I::%s',
      kept, missing.name, missing.type, missing.name, missing.type);
  end loop;
  for missing in
    select t.attname as name
    from pg_attribute t join pg_attribute a on a.attname = t.attname
      and a.attrelid = format('public.%I', kept)::regclass and not a.attisdropped
    where t.attrelid = format('history.%I', kept)::regclass and t.attnum > 0 and not t.attisdropped
      and t.attnotnull and not a.attnotnull
  loop
    execute format('alter table history.%I alter column %I drop not null', kept, missing.name);
  end loop;

  select
    string_agg(format('%I', name), ', ' order by at) filter (where name <> all (without)),
    string_agg(format('old.%I', name), ', ' order by at) filter (where name <> all (without)),
    string_agg(format('%I', name), ', ' order by at),
    string_agg(case when name = any (without) then format('null::%s as %I', type, name) else format('%I', name) end,
      ', ' order by at),
    -- What is computed follows from the rest, and cannot be asked for before the row is written.
    string_agg(format('old.%1$I is distinct from new.%1$I', name), ' or ' order by at)
      filter (where name <> all (without) and not computed and name <> 'valid_from')
  into columns, old_values, shown_now, shown_then, changed
  from (select attname as name, attnum as at, format_type(atttypid, atttypmod) as type, attgenerated <> '' as computed
    from pg_attribute where attrelid = format('public.%I', kept)::regclass and attnum > 0 and not attisdropped) as c;

  -- A row lives from the second of its write up to that of the next one: of several states within a second the last is kept.
  execute format($body$
    create or replace function history.%1$I() returns trigger language plpgsql as $trigger$
    declare at constant bigint := history.now();
    begin
      if old.valid_from < at then
        insert into history.%2$I (%3$s, valid_to) values (%4$s, at);
      end if;
      if tg_op = 'DELETE' then return old; end if;
      new.valid_from := greatest(old.valid_from, at);
      return new;
    end $trigger$ $body$, 'keep_' || kept, kept, columns, old_values);
  execute format('create or replace trigger keep_changed before update on public.%I for each row when (%s)
    execute function history.%I()', kept, changed, 'keep_' || kept);
  execute format('create or replace trigger keep_deleted before delete on public.%I for each row
    execute function history.%I()', kept, 'keep_' || kept);

  execute format('drop view if exists as_of.%I', kept);
  execute format('create view as_of.%1$I as
    select %2$s from public.%1$I where valid_from <= as_of.moment()
    union all
    select %3$s from history.%1$I where valid_from <= as_of.moment() and valid_to > as_of.moment()',
    kept, shown_now, shown_then);
end $$;

-- A workspace that goes takes its history along; what its rows leave behind on their way out as well.
create function history.forget_workspace() returns trigger language plpgsql as $$
declare kept record;
begin
  for kept in select name from history.kept_tables loop
    execute format('delete from history.%I where workspace_id = $1', kept.name) using old.id;
  end loop;
  return null;
end $$;

create trigger zz_forget_history after delete on workspaces for each row execute function history.forget_workspace();

-- Forgets what a workspace held before a moment.
create function history.trim(workspace text, before bigint) returns void language plpgsql as $$
declare kept record;
begin
  for kept in select name from history.kept_tables loop
    execute format('delete from history.%I where workspace_id = $1 and valid_to <= $2', kept.name) using workspace, before;
  end loop;
  update public.workspaces set history_from = greatest(history_from, before) where id = workspace;
end $$;
