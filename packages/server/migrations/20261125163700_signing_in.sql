-- What stands between knocking and being let in. Global, as accounts are: a link is known before the workspace it leads to.
create table one_time_tokens (
  -- SHA-256 of what was mailed or answered.
  hash bytea primary key,
  kind text not null check (kind in ('setup', 'invitation', 'password_reset', 'two_factor', 'sso')),
  account_id bigint references accounts (id) on delete cascade,
  workspace_id text references workspaces (id) on delete cascade,
  data jsonb not null default '{}',
  attempts integer not null default 0,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index one_time_tokens_account_idx on one_time_tokens (account_id, kind);
create index one_time_tokens_workspace_idx on one_time_tokens (workspace_id, kind);
create index one_time_tokens_expires_idx on one_time_tokens (expires_at);

create table recovery_codes (
  account_id bigint not null references accounts (id) on delete cascade,
  hash bytea not null,
  used_at bigint,
  primary key (account_id, hash)
);

-- Attempts that failed or are under way, by what they are counted for: an account, an address, both together.
create table sign_in_attempts (
  key text primary key,
  failures integer not null,
  last_at bigint not null
);
create index sign_in_attempts_last_idx on sign_in_attempts (last_at);

create sequence invitation_id_seq;
create table invitations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('invitation_id_seq'),
  -- Trimmed and lower-cased before it is stored.
  email text not null,
  role text not null check (role in ('owner', 'admin', 'agent', 'light')),
  has_inbox_seat boolean not null default true,
  invited_by bigint not null,
  created_at bigint not null,
  expires_at bigint not null,
  accepted_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by) references admins (workspace_id, id)
);
create unique index invitations_email_key on invitations (workspace_id, email) where accepted_at is null;

-- How the teammates of a workspace sign in.
create table sign_in_settings (
  workspace_id text primary key references workspaces (id) on delete cascade,
  two_factor_required boolean not null default false,
  password_allowed boolean not null default true,
  sso_enabled boolean not null default false,
  sso_issuer text,
  sso_client_id text,
  -- Sealed.
  sso_client_secret text,
  -- Addresses at these are pointed to the identity provider.
  sso_domains text[] not null default '{}',
  updated_at bigint not null
);

-- Where an account has signed in from.
create index sessions_account_ip_idx on sessions (account_id, ip, created_at);
