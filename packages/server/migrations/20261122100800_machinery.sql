create sequence job_id_seq;
-- What GET /jobs/status shows, and the queue itself: a pending row is work to do, put there with whatever asked for it.
create table jobs (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('job_id_seq'),
  kind text not null,
  status text not null default 'pending',
  resource_type text,
  resource_id text,
  input jsonb,
  result jsonb,
  attempts integer not null default 0,
  -- Not before then.
  run_at bigint not null default 0,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create index jobs_pending_idx on jobs (workspace_id, run_at, id) where status = 'pending';

create sequence event_log_id_seq;
-- Append-only. Ids are drawn before commit, so a feed ordered by id alone could skip a row that commits late: readers take the
-- window of transactions below pg_snapshot_xmin(pg_current_snapshot()), remember that bound, and sort the window by id.
create table event_log (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('event_log_id_seq'),
  xid xid8 not null default pg_current_xact_id(),
  topic text not null,
  object_type text not null,
  object_id text not null,
  actor jsonb,
  payload jsonb not null default '{}',
  created_at bigint not null,
  primary key (workspace_id, id)
);
create index event_log_xid_idx on event_log (xid, id);
create index event_log_object_idx on event_log (workspace_id, object_type, object_id, id);

create table idempotency_keys (
  workspace_id text not null references workspaces (id) on delete cascade,
  -- The app that sent it: keys of two callers never meet.
  app_id bigint not null,
  key text not null,
  request_hash bytea not null,
  -- The answer; null only inside the transaction of the first request.
  body text,
  created_at bigint not null,
  primary key (workspace_id, app_id, key)
);
create index idempotency_keys_created_idx on idempotency_keys (workspace_id, created_at);
