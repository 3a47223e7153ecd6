-- Taking back what an import did: what each thing was before it, and what it was made.
create table csv_import_changes (
  workspace_id text not null references workspaces (id) on delete cascade,
  import_id bigint not null,
  object_type text not null check (object_type in ('contact', 'company')),
  object_id text not null,
  -- {fields, attributes}: null where the import made it, else what it changed.
  before jsonb,
  after jsonb not null,
  -- Companies that the import put a contact in.
  companies text[] not null default '{}',
  -- Whether the import's tag is on it because of the import.
  tagged boolean not null default false,
  -- Why it was left as it is when the import was taken back.
  kept_because text check (kept_because in ('changed', 'in_use', 'refused')),
  kept_details text,
  primary key (workspace_id, import_id, object_type, object_id),
  foreign key (workspace_id, import_id) references csv_imports (workspace_id, id) on delete cascade
);
create index csv_import_changes_open_idx on csv_import_changes (workspace_id, import_id, object_type desc, object_id)
  where kept_because is null;

alter table csv_imports
  add column tag_id bigint,
  -- Attributes that the import made.
  add column made_attributes text[] not null default '{}',
  add column finished_at bigint,
  -- Of taking back: how many things there are to, how many are as they were, and how many were left as they are.
  add column changes bigint not null default 0,
  add column undone bigint not null default 0,
  add column kept bigint not null default 0,
  drop constraint csv_imports_status_check,
  add constraint csv_imports_status_check check (status in
    ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'));
drop index csv_imports_due_idx;
create index csv_imports_due_idx on csv_imports (leased_until) where status in ('checking', 'running', 'undoing');

insert into telling.silent (table_name, reason) values
  ('csv_import_changes', 'Written with what their import has counted, which tells of itself.');
