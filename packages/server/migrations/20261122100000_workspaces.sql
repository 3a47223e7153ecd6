-- Conventions of every migration:
-- * workspace_id, the short id code such as 'ecahpwf5', leads each tenant primary key, unique index and foreign key.
-- * Times are epoch seconds in bigint: the unit of the API, so nothing converts them on the way. Columns ending in _ms are
--   epoch milliseconds.
-- * Contacts, companies and segments have 24-hex text ids made by the server; other nouns draw from a sequence each.
-- * References to admins have no cascade: teammates are removed by marking them, never by deleting the row.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table workspaces (
  id text primary key,
  name text not null,
  timezone text not null default 'UTC',
  region text not null default 'EU',
  secure boolean not null default true,
  identity_verification boolean not null default false,
  settings jsonb not null default '{}',
  created_at bigint not null,
  updated_at bigint not null
);

create sequence app_id_seq;
create table apps (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('app_id_seq'),
  name text not null,
  kind text not null default 'private' check (kind in ('private', 'public')),
  api_version text,
  -- What the app and the server sign with for one another.
  client_secret text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  -- Requests a minute; null means the server's default.
  rate_limit integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
