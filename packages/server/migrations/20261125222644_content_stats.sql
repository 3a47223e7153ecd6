create sequence content_stat_id_seq;
-- What contacts did with content that other programs show: tours, surveys, pushes and the like.
create table content_stats (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('content_stat_id_seq'),
  content_type text not null,
  content_id text not null,
  content_title text,
  stat_type text not null,
  -- One delivery of the content to the contact. Everything happens to it once, and a question is answered once.
  receipt_id text not null,
  question_id text not null default '',
  contact_id text not null,
  company_id text,
  ruleset_id text,
  ruleset_version_id text,
  series_id text,
  series_title text,
  node_id text,
  -- [{type, id, name}] as they were.
  tags jsonb not null default '[]',
  -- [{question_id, question_text, response, answered_at}]
  answers jsonb not null default '[]',
  -- When it happened.
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, receipt_id, stat_type, question_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete set null (company_id)
);
create index content_stats_content_idx on content_stats (workspace_id, content_type, content_id, id);
create index content_stats_contact_idx on content_stats (workspace_id, contact_id, id);
create index content_stats_company_idx on content_stats (workspace_id, company_id) where company_id is not null;
create index content_stats_time_idx on content_stats (workspace_id, created_at, id);
