create sequence webhook_delivery_id_seq;
-- What apps are to be told: a row for each event and app, planned when the event takes its place in the log, and one more for each
-- replay. Rows are changed a few times in a short life.
create table webhook_deliveries (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('webhook_delivery_id_seq'),
  registration_id bigint not null,
  -- The event and its place in the log; none for a test.
  sequence bigint,
  event_id bigint,
  -- The id on the wire: that of the event, however often it is told.
  notification_id text not null,
  topic text not null,
  object_type text,
  object_id text,
  -- The version of the app when the event happened.
  version text not null,
  happened_at bigint not null,
  -- Waits for what happened to the same object before.
  ordered boolean not null default false,
  replay boolean not null default false,
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'dropped')),
  reason text,
  attempts integer not null default 0,
  -- Of these attempts, those that were refused for now by a 429.
  throttles integer not null default 0,
  first_sent_at bigint,
  -- Not before then, and not by two at once.
  due_at bigint not null,
  leased_until bigint not null default 0,
  created_at bigint not null,
  finished_at bigint,
  primary key (workspace_id, id)
) with (fillfactor = 70);
create unique index webhook_deliveries_event_key on webhook_deliveries (workspace_id, registration_id, sequence) where not replay;
create index webhook_deliveries_due_idx on webhook_deliveries (registration_id, due_at, id) where status = 'pending';
create index webhook_deliveries_order_idx on webhook_deliveries (workspace_id, registration_id, object_type, object_id, id)
  where status = 'pending' and ordered;
create index webhook_deliveries_log_idx on webhook_deliveries (workspace_id, registration_id, id desc);
create index webhook_deliveries_age_idx on webhook_deliveries using brin (created_at);

-- Each request that was made for a delivery. What is not here of a request follows from the delivery and these.
create table webhook_attempts (
  workspace_id text not null references workspaces (id) on delete cascade,
  delivery_id bigint not null,
  number integer not null,
  url text not null,
  started_at_ms bigint not null,
  duration_ms integer not null,
  -- The seconds that were signed, and the signatures as they were sent.
  signed_at bigint not null,
  hub_signature text not null,
  standard_signature text not null,
  status integer,
  response_headers jsonb,
  response_body text,
  error text,
  primary key (workspace_id, delivery_id, number)
);

-- What an event was told as, at a version: every attempt and every app at that version is told the same.
create table webhook_items (
  workspace_id text not null references workspaces (id) on delete cascade,
  sequence bigint not null,
  version text not null,
  item text not null,
  created_at bigint not null,
  primary key (workspace_id, sequence, version)
);
create index webhook_items_age_idx on webhook_items using brin (created_at);

-- Global, as apps are: how the endpoint of each fares. No row means that all is well.
create table webhook_endpoints (
  registration_id bigint primary key references app_registrations (id) on delete cascade,
  state text not null default 'live' check (state in ('live', 'disabled', 'suspended')),
  -- Errors in a row, when they began to be counted, and since when there has been nothing else.
  errors integer not null default 0,
  errors_since bigint,
  failing_since bigint,
  paused_until bigint,
  throttled_until bigint,
  throttle_seconds integer not null default 0,
  changed_at bigint not null
);
