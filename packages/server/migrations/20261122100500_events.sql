create table event_types (
  workspace_id text not null references workspaces (id) on delete cascade,
  name text not null,
  description text,
  archived boolean not null default false,
  created_at bigint not null,
  primary key (workspace_id, name)
);

create sequence event_id_seq;
create table events (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('event_id_seq'),
  -- The id on the wire; nothing looks an event up by it.
  uuid uuid not null default gen_random_uuid(),
  contact_id text not null,
  name text not null,
  created_at bigint not null,
  -- Lists page by milliseconds (`before`, `since`).
  created_at_ms bigint not null,
  metadata jsonb not null default '{}',
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
-- The same event at the same second is one event.
create unique index events_dedupe_key on events (workspace_id, contact_id, name, created_at);
create index events_contact_idx on events (workspace_id, contact_id, created_at_ms desc, id desc);

create table event_summaries (
  workspace_id text not null references workspaces (id) on delete cascade,
  contact_id text not null,
  name text not null,
  count bigint not null default 0,
  first_at_ms bigint not null,
  last_at_ms bigint not null,
  primary key (workspace_id, contact_id, name),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
