create sequence csv_import_id_seq;
-- Files of contacts or companies, what their columns mean, and how far they are read.
create table csv_imports (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('csv_import_id_seq'),
  model text not null check (model in ('contact', 'company')),
  name text not null,
  -- The file as it was uploaded, in the store of files.
  file_key text not null,
  size bigint not null,
  encoding text not null,
  delimiter text not null,
  -- [{name, samples}] as they stand in the file.
  columns jsonb not null,
  -- What each column becomes; see the contract.
  mapping jsonb not null default '[]',
  role text not null default 'user' check (role in ('user', 'lead')),
  tag text,
  -- 'checking' tries everything and keeps nothing.
  status text not null default 'uploaded'
    check (status in ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed')),
  row_count bigint not null,
  -- Rows that are done, and what they came to.
  position bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  rejected bigint not null default 0,
  fault text,
  admin_id bigint not null,
  origin text not null default '',
  -- By the world's clock: who reads a file keeps others off it.
  leased_until bigint not null default 0,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create index csv_imports_due_idx on csv_imports (leased_until) where status in ('checking', 'running');

-- Rows that could not be taken, with the reason.
create table csv_import_rejects (
  workspace_id text not null references workspaces (id) on delete cascade,
  import_id bigint not null,
  row_number bigint not null,
  reason text not null,
  cells jsonb not null,
  primary key (workspace_id, import_id, row_number),
  foreign key (workspace_id, import_id) references csv_imports (workspace_id, id) on delete cascade
);
