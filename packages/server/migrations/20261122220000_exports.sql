-- What a caller asked to have exported. The file is not kept: it is written while it is downloaded, from what is asked for here.
create table exports (
  workspace_id text not null references workspaces (id) on delete cascade,
  -- The identifier on the wire: 16 lower-case letters and digits.
  id text not null,
  kind text not null check (kind in ('content', 'reporting')),
  -- {from, to} and for reports {dataset_id, attribute_ids, unanswered}
  request jsonb not null,
  -- The job that gets it ready.
  job_id bigint not null,
  -- Whether there is anything in it; null until it is ready.
  has_rows boolean,
  ready_at bigint,
  canceled_at bigint,
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, job_id) references jobs (workspace_id, id) on delete cascade
);
create index exports_job_idx on exports (workspace_id, job_id);
create index exports_unready_idx on exports (workspace_id, kind) where ready_at is null and canceled_at is null;

-- Exports walk the receipts of a time.
create index message_recipients_created_idx on message_recipients (workspace_id, created_at, message_id, contact_id);

-- Workflows as they are set up. Nothing runs them yet; they are exported.
create sequence workflow_id_seq;
create table workflows (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('workflow_id_seq'),
  title text not null,
  description text,
  trigger_type text not null,
  state text not null default 'draft' check (state in ('live', 'draft', 'paused')),
  target_channels text[] not null default '{}',
  preferred_devices text[] not null default '{}',
  targeting jsonb,
  -- The steps.
  snapshot jsonb,
  -- Lists of objects.
  attributes jsonb not null default '[]',
  embedded_rules jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
