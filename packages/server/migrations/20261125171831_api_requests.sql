create sequence api_request_id_seq;
-- What clients asked: a row for each request that came with a token, without what was said. Written in batches and kept for some days.
create table api_requests (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('api_request_id_seq'),
  -- When it was answered, by the clock of the server.
  at_ms bigint not null,
  request_id text not null,
  method text not null,
  -- With its parameters named, not filled in.
  path text not null,
  status integer not null,
  error_code text,
  duration_us integer not null,
  version text not null,
  app_id bigint not null,
  client text,
  primary key (workspace_id, id)
);
create index api_requests_app_idx on api_requests (workspace_id, app_id, id desc);
create index api_requests_unwell_idx on api_requests (workspace_id, id desc) where status >= 400;
create index api_requests_age_idx on api_requests using brin (at_ms);
