-- Tells the event log of every change of what the API shows, where no published topic does: see docs/events.md.
--
-- Each table of a workspace has triggers that append `object.changed` or `object.deleted` for the objects whose rows a statement
-- wrote: once for each object and statement, however many rows. `telling.keep_in_step()` makes them, of all tables but those that are
-- silent below, from the catalogue; the migrator calls it whenever it changed anything, so that a table which comes tomorrow is
-- told of without anybody having thought of it.

create schema telling;

-- What rows are of. A table that is not here has objects of its own name, `id` and all; or, where it has no `id`, is a part of the
-- object that its key begins with, such as `team_id`. The expressions speak of a row `r`.
create table telling.objects (
  table_name text not null,
  object_type text not null,
  object_id text not null,
  -- Whether the object goes with the row.
  own boolean not null default false,
  workspace text not null default 'r.workspace_id',
  primary key (table_name, object_type, object_id)
);

-- Tables that tell nothing themselves, and why.
create table telling.silent (
  table_name text primary key,
  reason text not null
);

-- Columns that no answer shows, or that are told of otherwise.
create table telling.unseen (
  table_name text not null,
  column_name text not null,
  primary key (table_name, column_name)
);

insert into telling.objects (table_name, object_type, object_id) values
  ('taggings', $$case r.object_type when 'external_content' then 'external_page'
    when 'conversation' then coalesce((select 'ticket' from public.tickets t
      where t.workspace_id = r.workspace_id and t.id::text = r.object_id), 'conversation') else r.object_type end$$, 'r.object_id'),
  ('notes', $$'contact'$$, 'r.contact_id'),
  ('notes', $$'company'$$, 'r.company_id'),
  ('team_members', $$'team'$$, 'r.team_id::text'),
  ('team_members', $$'admin'$$, 'r.admin_id::text'),
  ('newsfeed_assignments', $$'newsfeed'$$, 'r.newsfeed_id::text'),
  ('newsfeed_assignments', $$'news_item'$$, 'r.news_item_id::text'),
  ('conversation_links', $$'conversation'$$, 'r.conversation_id::text'),
  ('conversation_links', $$'conversation'$$, 'r.linked_id::text'),
  ('article_contents', $$'article'$$, 'r.article_id::text'),
  ('article_versions', $$'article'$$, 'r.article_id::text'),
  ('article_parents', $$'article'$$, 'r.article_id::text'),
  ('article_parents', $$'collection'$$, 'r.collection_id::text'),
  ('content_audiences', $$case r.content_type when 'article_content' then 'article'
    when 'external_content' then 'external_page' else r.content_type end$$,
    $$case r.content_type when 'article_content' then (select c.article_id::text from public.article_contents c
      where c.workspace_id = r.workspace_id and c.id = r.content_id) else r.content_id::text end$$),
  ('office_hours_exceptions', $$'office_hours_schedule'$$, 'r.office_hours_schedule_id::text'),
  ('side_conversations', $$'conversation'$$, 'r.conversation_id::text'),
  ('side_conversation_parts', $$'side_conversation'$$, 'r.side_conversation_id::text'),
  ('ticket_type_attributes', $$'ticket_type'$$, 'r.ticket_type_id::text'),
  ('bulk_tasks', $$'bulk_job'$$, 'r.bulk_job_id::text'),
  ('procedure_questions', $$'procedure_run'$$, 'r.run_id::text'),
  ('fin_callbacks', $$'fin_callback'$$, 'r.app_id::text');
insert into telling.objects (table_name, object_type, object_id, own) values
  ('notes', $$'note'$$, 'r.id::text', true),
  ('office_hours_exceptions', $$'office_hours_exception'$$, 'r.id::text', true),
  ('side_conversations', $$'side_conversation'$$, 'r.id::text', true);
insert into telling.objects (table_name, object_type, object_id, own, workspace) values
  ('workspaces', $$'workspace'$$, 'r.id', true, 'r.id'),
  ('app_registrations', $$'app'$$, 'r.id::text', true, 'r.owner_workspace_id');

insert into telling.silent (table_name, reason)
select name, 'Written all the time: its commands tell, by the topics of contacts, companies, conversations and tickets.'
from unnest('{contacts,companies,contact_companies,contact_merges,contact_subscriptions,conversations,conversation_parts,
  conversation_contacts,conversation_teammates,tickets,events,event_summaries,event_types,plans,banner_views,activity_logs,
  deleted_conversations,data_connector_executions}'::text[]) as name
union all
select name, 'Machinery: no answer shows what is in it, or it is a log itself.'
from unnest('{event_log,event_inbox,event_streams,webhook_deliveries,webhook_attempts,webhook_items,idempotency_keys,
  api_requests,scrolls,sandbox_seed_rows,outgoing_messages,attachment_fetches,content_words,crawl_pages,crawl_sitemaps,
  website_crawls,channel_conversations,channel_events,data_connector_uses,data_connector_tokens,ecommerce_products,
  ecommerce_import_parts,fin_sessions,fin_messages,fin_events}'::text[]) as name;

insert into telling.unseen (table_name, column_name) values
  ('admins', 'last_active_at'),
  ('sandbox_faults', 'seen'), ('sandbox_faults', 'struck'),
  ('workspaces', 'history_from'), ('workspaces', 'updated_at'),
  ('jobs', 'attempts'), ('jobs', 'run_at'), ('jobs', 'updated_at');

-- Who makes the changes of this transaction, such as {"admin_id": 1, "app_id": 2}; nobody where nobody said.
create function telling.actor() returns jsonb language sql stable as $$
  select nullif(current_setting('guichet.actor', true), '')::jsonb
$$;

create function telling.keep_in_step() returns void language plpgsql as $$
declare told record;
begin
  for told in
    select c.relname::text as name, s.table_name is null and (k.key is not null or o.listed) as speaks, k.key
    from pg_class c
    left join telling.silent s on s.table_name = c.relname
    left join lateral (select true as listed from telling.objects o where o.table_name = c.relname limit 1) o on true
    -- The columns of the key behind the workspace: tables of a workspace have it in front.
    left join lateral (select (array_agg(a.attname::text order by p.place))[2:] as key
      from pg_index i, unnest(i.indkey::int2[]) with ordinality as p (number, place), pg_attribute a
      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = p.number
      having (array_agg(a.attname::text order by p.place))[1] = 'workspace_id') k on true
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by 1
  loop
    execute format('drop trigger if exists tell_inserted on public.%I', told.name);
    execute format('drop trigger if exists tell_updated on public.%I', told.name);
    execute format('drop trigger if exists tell_deleted on public.%I', told.name);
    if told.speaks then perform telling.tell_of(told.name, told.key); end if;
  end loop;
end $$;

create function telling.singular(name text) returns text language sql immutable as $$
  select case when name like '%ies' then left(name, -3) || 'y' when name like '%s' then left(name, -1) else name end
$$;

create function telling.tell_of(told text, key text[]) returns void language plpgsql as $$
declare
  changed text;
  gone text;
  seen text;
begin
  select string_agg(format('select %s, ''object.changed'', %s, %s from changed r', workspace, object_type, object_id), ' union '),
    string_agg(format('select %s, %L, %s, %s from changed r', workspace,
      case when own then 'object.deleted' else 'object.changed' end, object_type, object_id), ' union ')
  into changed, gone
  from (
    select workspace, object_type, object_id, own from telling.objects where table_name = told
    union all
    select 'r.workspace_id', quote_literal(telling.singular(told)), 'r.id::text', true
    where 'id' = any (key) and not exists (select from telling.objects where table_name = told)
    union all
    -- Without an id it is a part of what its key begins with, or of the workspace alone.
    select 'r.workspace_id',
      quote_literal(case when key[1] like '%\_id' then left(key[1], -3) else telling.singular(told) end),
      case when key[1] is null then 'r.workspace_id' else format('r.%I::text', key[1]) end, key[1] is null
    where not 'id' = any (key) and not exists (select from telling.objects where table_name = told)
  ) as object;

  select string_agg(format('%I', attname), ', ' order by attnum) into seen
  from pg_attribute where attrelid = format('public.%I', told)::regclass and attnum > 0 and not attisdropped
    and attname not in (select column_name from telling.unseen where table_name = told);

  execute format($body$
    create or replace function telling.%1$I() returns trigger language plpgsql as $trigger$
    begin
      if tg_op = 'INSERT' then
        insert into public.event_inbox (workspace_id, topic, object_type, object_id, actor, created_at)
        with changed as (select * from new_rows), told (workspace_id, topic, type, id) as (%2$s)
        select told.workspace_id, told.topic, told.type, told.id, telling.actor(), history.now()
        from told join public.workspaces w on w.id = told.workspace_id where told.id is not null;
      elsif tg_op = 'DELETE' then
        insert into public.event_inbox (workspace_id, topic, object_type, object_id, actor, created_at)
        with changed as (select * from old_rows), told (workspace_id, topic, type, id) as (%3$s)
        select told.workspace_id, told.topic, told.type, told.id, telling.actor(), history.now()
        from told join public.workspaces w on w.id = told.workspace_id where told.id is not null;
      else
        -- What was written as it was is not told of; what a part was moved from is.
        insert into public.event_inbox (workspace_id, topic, object_type, object_id, actor, created_at)
        with changed as (
          (select %4$s from new_rows except select %4$s from old_rows)
          union all (select %4$s from old_rows except select %4$s from new_rows)
        ), told (workspace_id, topic, type, id) as (%2$s)
        select told.workspace_id, told.topic, told.type, told.id, telling.actor(), history.now()
        from told join public.workspaces w on w.id = told.workspace_id where told.id is not null;
      end if;
      return null;
    end $trigger$ $body$, 'tell_' || told, changed, gone, seen);
  -- What a workspace is born with was there before its log began.
  execute format('create trigger tell_inserted after insert on public.%1$I referencing new table as new_rows
    for each statement when (current_setting(''guichet.untold'', true) is distinct from ''on'')
    execute function telling.%2$I()', told, 'tell_' || told);
  execute format('create trigger tell_updated after update on public.%1$I
    referencing old table as old_rows new table as new_rows
    for each statement when (current_setting(''guichet.untold'', true) is distinct from ''on'')
    execute function telling.%2$I()', told, 'tell_' || told);
  execute format('create trigger tell_deleted after delete on public.%1$I referencing old table as old_rows
    for each statement when (current_setting(''guichet.untold'', true) is distinct from ''on'')
    execute function telling.%2$I()', told, 'tell_' || told);
end $$;

select telling.keep_in_step();
