-- What a message asks its reader to fill in: attributes of contacts, by name. Answered once.
create table conversation_forms (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  part_id bigint not null,
  attributes text[] not null,
  answered_at bigint,
  primary key (workspace_id, conversation_id, part_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
