create sequence plan_id_seq;
create table plans (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('plan_id_seq'),
  name text not null,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table companies (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  company_id text not null,
  name text,
  plan_id bigint,
  size integer,
  website text,
  industry text,
  monthly_spend bigint not null default 0,
  session_count integer not null default 0,
  -- Kept with contact_companies in the same transaction: lists leave out companies without users.
  user_count integer not null default 0,
  remote_created_at bigint,
  last_request_at bigint,
  custom_attributes jsonb not null default '{}',
  created_at bigint not null,
  updated_at bigint not null,
  archived_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plans (workspace_id, id)
);
-- A deleted company stays as an archived row; one saved under its company_id again is another company.
create unique index companies_company_id_key on companies (workspace_id, company_id) where archived_at is null;
create index companies_last_request_idx on companies (workspace_id, last_request_at desc nulls last, id desc)
  where archived_at is null;
create index companies_created_idx on companies (workspace_id, created_at desc, id desc);
create index companies_updated_idx on companies (workspace_id, updated_at desc, id desc);
create index companies_name_idx on companies (workspace_id, name);
create index companies_name_contains_idx on companies using gin (name gin_trgm_ops);
create index companies_plan_idx on companies (workspace_id, plan_id) where plan_id is not null;
create index companies_custom_attributes_idx on companies using gin (custom_attributes jsonb_path_ops);
-- Searchable, knowingly without an index: remote_created_at, monthly_spend, session_count, user_count.

create table contact_companies (
  workspace_id text not null references workspaces (id) on delete cascade,
  contact_id text not null,
  company_id text not null,
  created_at bigint not null,
  last_visited_at bigint,
  primary key (workspace_id, contact_id, company_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete cascade
);
create index contact_companies_company_idx
  on contact_companies (workspace_id, company_id, created_at desc, contact_id desc);

-- A scroll holds its place here, until nobody has asked for more of it for a minute.
create table scrolls (
  workspace_id text not null references workspaces (id) on delete cascade,
  scroll_param uuid not null default gen_random_uuid(),
  object_type text not null,
  position jsonb,
  expires_at bigint not null,
  primary key (workspace_id, scroll_param)
);
create index scrolls_expiry_idx on scrolls (workspace_id, object_type, expires_at);
