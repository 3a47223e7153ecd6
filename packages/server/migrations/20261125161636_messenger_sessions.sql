create sequence messenger_session_id_seq;
-- Who looks through a messenger: one row a browser, found by its token before the workspace is known.
create table messenger_sessions (
  hash bytea primary key,
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('messenger_session_id_seq'),
  contact_id text not null,
  -- Whether the contact was proven by a secret of the workspace.
  verified boolean not null default false,
  platform text not null check (platform in ('web', 'ios', 'android')),
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  unique (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index messenger_sessions_contact_idx on messenger_sessions (workspace_id, contact_id);
create index messenger_sessions_expires_idx on messenger_sessions (expires_at);

-- The last part that the contact has seen.
alter table conversation_contacts
  add column read_part_id bigint not null default 0,
  add column read_at bigint;
