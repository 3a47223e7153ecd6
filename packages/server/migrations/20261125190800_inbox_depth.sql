-- Search over everything that was said: by the words of one workspace, and from the newest on.
drop index conversation_parts_tokens_idx;
create index conversation_parts_words_idx on conversation_parts using gin (workspace_id, tokens) where text <> '';
create index conversation_parts_said_idx on conversation_parts (workspace_id, created_at desc, id desc) where text <> '';
drop index conversations_source_tokens_idx;
create index conversations_source_words_idx on conversations using gin (workspace_id, source_tokens);

create sequence inbox_view_id_seq;
-- Ways of looking at the inbox that teammates keep.
create table inbox_views (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('inbox_view_id_seq'),
  -- Who made it. One that is shared shows to everybody.
  admin_id bigint not null,
  is_shared boolean not null,
  name text not null,
  -- The query tree of a search, in which a date may say how long ago.
  rules jsonb not null,
  sort text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create index inbox_views_admin_idx on inbox_views (workspace_id, admin_id);

-- Notes in which teammates are mentioned.
create table mentions (
  workspace_id text not null references workspaces (id) on delete cascade,
  admin_id bigint not null,
  conversation_id bigint not null,
  part_id bigint not null,
  created_at bigint not null,
  -- When they looked at the conversation since.
  seen_at bigint,
  primary key (workspace_id, admin_id, conversation_id, part_id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index mentions_conversation_idx on mentions (workspace_id, conversation_id, admin_id);
create index mentions_unseen_idx on mentions (workspace_id, admin_id) where seen_at is null;
