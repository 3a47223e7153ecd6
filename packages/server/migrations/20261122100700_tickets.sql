create sequence ticket_state_id_seq;
create table ticket_states (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('ticket_state_id_seq'),
  category text not null check (category in ('submitted', 'in_progress', 'waiting_on_customer', 'resolved')),
  internal_label text not null,
  external_label text not null,
  archived boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence ticket_type_id_seq;
create table ticket_types (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('ticket_type_id_seq'),
  category text not null default 'Customer' check (category in ('Customer', 'Back-office', 'Tracker')),
  name text not null,
  description text,
  icon text not null default '🎟️',
  is_internal boolean not null default false,
  archived boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create table ticket_type_states (
  workspace_id text not null references workspaces (id) on delete cascade,
  ticket_type_id bigint not null,
  ticket_state_id bigint not null,
  primary key (workspace_id, ticket_type_id, ticket_state_id),
  foreign key (workspace_id, ticket_type_id) references ticket_types (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_state_id) references ticket_states (workspace_id, id) on delete cascade
);

create index ticket_type_states_state_idx on ticket_type_states (workspace_id, ticket_state_id);

create sequence ticket_type_attribute_id_seq;
create table ticket_type_attributes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('ticket_type_attribute_id_seq'),
  ticket_type_id bigint not null,
  name text not null,
  description text not null default '',
  data_type text not null,
  -- {multiline} or {list_options: [{id, label}]}
  input_options jsonb,
  "order" integer not null default 0,
  required_to_create boolean not null default false,
  required_to_create_for_contacts boolean not null default false,
  visible_on_create boolean not null default true,
  visible_to_contacts boolean not null default true,
  "default" boolean not null default false,
  archived boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ticket_type_id) references ticket_types (workspace_id, id) on delete cascade
);
create index ticket_type_attributes_type_idx on ticket_type_attributes (workspace_id, ticket_type_id, "order");

-- The number people see in the inbox, never accepted by the API as an id.
create sequence ticket_number_seq;
create table tickets (
  workspace_id text not null references workspaces (id) on delete cascade,
  -- The conversation's id.
  id bigint not null,
  ticket_id bigint not null default nextval('ticket_number_seq'),
  ticket_type_id bigint not null,
  ticket_state_id bigint not null,
  -- The state before the latest change of state; null while there was none.
  previous_ticket_state_id bigint,
  category text not null check (category in ('Customer', 'Back-office', 'Tracker')),
  -- Keyed by the attribute's id, since names may change.
  attributes jsonb not null default '{}',
  -- Copies of the two default attributes, for searches.
  title text,
  description text,
  is_shared boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, ticket_id),
  foreign key (workspace_id, id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, ticket_type_id) references ticket_types (workspace_id, id),
  foreign key (workspace_id, ticket_state_id) references ticket_states (workspace_id, id)
);
create index tickets_type_idx on tickets (workspace_id, ticket_type_id, id desc);
create index tickets_state_idx on tickets (workspace_id, ticket_state_id, id desc);
create index tickets_title_idx on tickets using gin (title gin_trgm_ops);
create index tickets_attributes_idx on tickets using gin (attributes jsonb_path_ops);
-- Searchable, knowingly without an index: description, category, is_shared.
