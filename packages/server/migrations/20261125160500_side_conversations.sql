create sequence side_conversation_id_seq;
-- Threads that teammates begin from within a conversation, with each other and with people outside.
create table side_conversations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('side_conversation_id_seq'),
  conversation_id bigint not null,
  subject text not null default '',
  -- The Message-ID of its first mail, which the later ones refer to.
  thread_key text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index side_conversations_conversation_idx on side_conversations (workspace_id, conversation_id, id desc);

create table side_conversation_participants (
  workspace_id text not null references workspaces (id) on delete cascade,
  side_conversation_id bigint not null,
  -- Lower case; of a teammate too, as it was then.
  email text not null,
  name text,
  admin_id bigint,
  primary key (workspace_id, side_conversation_id, email),
  foreign key (workspace_id, side_conversation_id) references side_conversations (workspace_id, id) on delete cascade
);

-- Their ids are of the same row as those of a conversation's parts.
create table side_conversation_parts (
  workspace_id text not null references workspaces (id) on delete cascade,
  side_conversation_id bigint not null,
  id bigint not null default nextval('conversation_part_id_seq'),
  body text not null,
  author_type text not null,
  author_id text,
  author_name text,
  author_email text,
  created_at bigint not null,
  primary key (workspace_id, side_conversation_id, id),
  foreign key (workspace_id, side_conversation_id) references side_conversations (workspace_id, id) on delete cascade
);
