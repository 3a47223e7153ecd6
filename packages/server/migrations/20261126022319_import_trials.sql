-- Under which names a trial of an import left those whom its rows made or renamed, so that later rows find them as in a run.
create table csv_import_trials (
  workspace_id text not null references workspaces (id) on delete cascade,
  import_id bigint not null,
  object_id text not null,
  -- Whether a row made it: then it is nowhere else.
  is_new boolean not null,
  -- The id of a contact, or that of a company.
  external_id text,
  email text,
  -- In which order they came to these names.
  place bigint not null generated always as identity,
  primary key (workspace_id, import_id, object_id),
  foreign key (workspace_id, import_id) references csv_imports (workspace_id, id) on delete cascade
);
create index csv_import_trials_external_id_idx on csv_import_trials (workspace_id, import_id, external_id);
create index csv_import_trials_email_idx on csv_import_trials (workspace_id, import_id, email);

insert into telling.silent (table_name, reason) values
  ('csv_import_trials', 'What a trial remembers of itself while it goes on.');
