-- The crawl of a website that is a source of content: one row a source, crawled again and again.
create table website_crawls (
  workspace_id text not null references workspaces (id) on delete cascade,
  source_id bigint not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- Why it failed.
  reason text,
  -- What the pages of the website begin with, such as https://www.example.com.
  origin text not null,
  -- The robots.txt of the origin; null until it is read.
  robots text,
  -- How many seconds lie between two requests.
  pause bigint not null,
  -- How often robots.txt was asked for in vain.
  attempts bigint not null default 0,
  max_pages bigint not null,
  max_depth bigint not null,
  -- When the next step is due; whoever takes a step sets it to when others may take it over. Null when none is.
  next_at bigint,
  started_at bigint not null,
  finished_at bigint,
  primary key (workspace_id, source_id),
  foreign key (workspace_id, source_id) references content_import_sources (workspace_id, id) on delete cascade
);
create index website_crawls_next_idx on website_crawls (next_at) where next_at is not null;

-- The addresses a crawl knows: those it has been to, and those it still has to go to.
create table crawl_pages (
  workspace_id text not null references workspaces (id) on delete cascade,
  source_id bigint not null,
  -- The address, or the digest of a long one; also what its external page is named.
  key text not null,
  url text not null,
  -- How many links lie between it and the address the crawl began at.
  depth bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'fetched', 'failed', 'skipped', 'gone')),
  -- Why it is not fetched.
  reason text,
  attempts bigint not null default 0,
  primary key (workspace_id, source_id, key),
  foreign key (workspace_id, source_id) references website_crawls (workspace_id, source_id) on delete cascade
);
create index crawl_pages_waiting_idx on crawl_pages (workspace_id, source_id, attempts, depth, key) where state = 'waiting';
