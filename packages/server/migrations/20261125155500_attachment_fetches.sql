-- Files that messages and tickets name by an address, until they are fetched or given up.
create sequence attachment_fetch_id_seq;
create table attachment_fetches (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('attachment_fetch_id_seq'),
  -- Whose source, part or ticket attribute waits for it.
  conversation_id bigint not null,
  url text not null,
  attempts integer not null default 0,
  -- When it is tried next; whoever tries sets it to when others may take it over.
  due_at bigint not null default 0,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index attachment_fetches_conversation_idx on attachment_fetches (workspace_id, conversation_id);
create index attachment_fetches_due_idx on attachment_fetches (due_at);
