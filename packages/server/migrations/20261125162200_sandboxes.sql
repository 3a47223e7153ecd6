-- Workspaces to try things in: with a clock of their own, faults on demand, and a state to return to. See docs/sandbox.md.
alter table workspaces
  add column sandbox boolean not null default false,
  -- Its time is the world's and this many seconds, unless it stands still.
  add column clock_offset bigint not null default 0,
  add column clock_frozen_at bigint,
  -- The workspace it was made from.
  add column sandbox_of text references workspaces (id) on delete set null,
  add constraint workspaces_clock_check check (sandbox or (clock_offset = 0 and clock_frozen_at is null));

-- A workspace is a sandbox from the beginning, or never.
create function keep_sandbox() returns trigger language plpgsql as $$
begin
  raise exception 'a workspace cannot become a sandbox, nor cease to be one' using errcode = '23514';
end $$;
create trigger keep_sandbox before update of sandbox on workspaces for each row
  when (old.sandbox is distinct from new.sandbox) execute function keep_sandbox();

create sequence sandbox_fault_id_seq;

create table sandbox_faults (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('sandbox_fault_id_seq'),
  kind text not null check (kind in ('rate_limit', 'latency', 'error', 'search_lag', 'webhook_duplicate', 'webhook_reorder')),
  -- What it strikes: a method, and a pattern of paths, or of topics for webhooks. Null is every one.
  method text,
  route text,
  probability double precision not null default 1,
  -- How often at most, and until when in the sandbox's time.
  count bigint,
  until bigint,
  seed bigint not null default 1,
  settings jsonb not null default '{}',
  -- How often it could have struck, and did.
  seen bigint not null default 0,
  struck bigint not null default 0,
  created_at bigint not null,
  primary key (workspace_id, id)
);

-- The state that a reset returns to.
create table sandbox_seed_rows (
  workspace_id text not null references workspaces (id) on delete cascade,
  table_name text not null,
  position bigint not null,
  row jsonb not null,
  primary key (workspace_id, table_name, position)
);

create function history.forget(workspace text) returns void language plpgsql as $$
declare kept record;
begin
  for kept in select name from history.kept_tables loop
    execute format('delete from history.%I where workspace_id = $1', kept.name) using workspace;
  end loop;
end $$;
