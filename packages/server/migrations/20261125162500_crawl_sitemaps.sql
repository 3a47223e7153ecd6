-- The sitemaps a crawl knows: they are read before its pages are.
create table crawl_sitemaps (
  workspace_id text not null references workspaces (id) on delete cascade,
  source_id bigint not null,
  -- The address, or the digest of a long one.
  key text not null,
  url text not null,
  state text not null default 'waiting' check (state in ('waiting', 'read', 'failed')),
  -- Why it was not read.
  reason text,
  attempts bigint not null default 0,
  primary key (workspace_id, source_id, key),
  foreign key (workspace_id, source_id) references website_crawls (workspace_id, source_id) on delete cascade
);
