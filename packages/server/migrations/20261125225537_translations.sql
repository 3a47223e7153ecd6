-- What its author wrote, where the customer got a translation of it: {locale, body, to}. The body of the part is what the customer got.
alter table conversation_parts add column written jsonb;

-- What customers wrote, in the languages of those who read it: asked of a translation service once.
create table part_translations (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  -- 0 is what the conversation began with.
  part_id bigint not null,
  locale text not null,
  -- What it was written in; `und` where that could not be told.
  source_locale text not null,
  -- HTML; null where there is nothing to translate.
  body text,
  created_at bigint not null,
  primary key (workspace_id, conversation_id, part_id, locale),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);

insert into telling.silent (table_name, reason)
values ('part_translations', 'A memory of what a translation service said: no answer that somebody keeps shows it.');
