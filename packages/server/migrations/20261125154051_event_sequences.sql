-- The log that readers see: dense per workspace, clustered in the order in which it is read.
alter table event_log add column sequence bigint;
update event_log set sequence = numbered.sequence
  from (select workspace_id, id, row_number() over (partition by workspace_id order by id) as sequence from event_log) numbered
  where event_log.workspace_id = numbered.workspace_id and event_log.id = numbered.id;
drop index event_log_xid_idx;
drop index event_log_object_idx;
alter table event_log drop constraint event_log_pkey;
alter table event_log alter column sequence set not null, alter column id drop default, drop column xid;
alter table event_log add primary key (workspace_id, sequence);
create index event_log_object_idx on event_log (workspace_id, object_type, object_id, sequence);
create index event_log_topic_idx on event_log (workspace_id, topic, sequence);

-- What is committed but has no place in the log yet. Written by every change, so it has no index but its key, and emptied by the
-- sequencer, so it stays small and is vacuumed in no time. Ids are drawn before commit: a lower one may appear after a higher one.
create table event_inbox (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('event_log_id_seq'),
  topic text not null,
  object_type text not null,
  object_id text not null,
  actor jsonb,
  payload jsonb not null default '{}',
  created_at bigint not null,
  primary key (workspace_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- How far the log of a workspace has come, and what of it is kept.
create table event_streams (
  workspace_id text primary key references workspaces (id) on delete cascade,
  last_sequence bigint not null default 0,
  -- The highest sequence that was trimmed.
  trimmed_to bigint not null default 0,
  -- For how many days events are kept; null keeps them for ever.
  kept_days integer
);
insert into event_streams (workspace_id, last_sequence) select workspace_id, max(sequence) from event_log group by workspace_id;
