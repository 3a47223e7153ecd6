create sequence app_registration_id_seq;
-- Global: an app is described once, by the workspace that owns it, and installed in many; what a workspace has of it is its row
-- of `apps`.
create table app_registrations (
  id bigint primary key default nextval('app_registration_id_seq'),
  owner_workspace_id text not null references workspaces (id) on delete cascade,
  name text not null,
  client_id text not null unique default gen_random_uuid()::text,
  -- Sealed; made when it is first asked for. It signs what the app is sent.
  client_secret text,
  -- Sealed: the one to come, live beside the first while a rotation is under way.
  next_client_secret text,
  -- As it was before secrets were sealed. The key is the server's: it seals this as soon as it starts.
  unsealed_client_secret text,
  redirect_urls text[] not null default '{}',
  -- What it may be permitted where it is installed; `all` for a workspace's own.
  scopes text[] not null default '{}',
  api_version text,
  uninstall_url text,
  webhook_url text,
  webhook_topics text[] not null default '{}',
  webhook_policy text not null default 'intercom' check (webhook_policy in ('intercom', 'durable')),
  -- Whether what happens to one object is told strictly in its order.
  webhook_ordered boolean not null default false,
  -- How many requests may be on their way to the endpoint at once.
  webhook_concurrency integer not null default 10,
  created_at bigint not null,
  updated_at bigint not null
);
create index app_registrations_owner_idx on app_registrations (owner_workspace_id, id);

-- Every app there is becomes one that is described, with its secret and its version.
alter table apps add column registration_id bigint not null default nextval('app_registration_id_seq');
insert into app_registrations
  (id, owner_workspace_id, name, unsealed_client_secret, scopes, api_version, created_at, updated_at)
  select registration_id, workspace_id, name, client_secret, '{all}', api_version, created_at, updated_at from apps;
alter table apps alter column registration_id drop default;
alter table apps drop column client_secret, drop column api_version;
alter table apps add column uninstalled_at bigint;
create unique index apps_registration_key on apps (workspace_id, registration_id);
create index apps_installations_idx on apps (registration_id) where uninstalled_at is null;
