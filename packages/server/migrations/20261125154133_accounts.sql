-- Who signs in. An account is a person of this installation, and a teammate of as many workspaces as it is linked to. All of it is
-- global: a cookie or a link is known before the workspace it leads to. Of tokens only the SHA-256 is stored.
create sequence account_id_seq;
create table accounts (
  id bigint primary key default nextval('account_id_seq'),
  -- Trimmed and lower-cased before it is stored.
  email text not null unique,
  name text not null,
  -- argon2id; null for somebody who only ever signed in elsewhere.
  password_hash text,
  password_changed_at bigint,
  -- Sealed; it counts once it was confirmed by a code.
  totp_secret text,
  totp_confirmed_at bigint,
  -- The last period a code was taken for, so that none is taken twice.
  totp_last_step bigint,
  created_at bigint not null,
  updated_at bigint not null
);

create table account_workspaces (
  account_id bigint not null references accounts (id) on delete cascade,
  workspace_id text not null references workspaces (id) on delete cascade,
  admin_id bigint not null,
  -- What the identity provider of the workspace calls them, once they came that way.
  sso_subject text,
  -- When it was last the workspace of a session: signing in leads there.
  entered_at bigint,
  created_at bigint not null,
  primary key (account_id, workspace_id),
  unique (workspace_id, admin_id),
  unique (workspace_id, sso_subject),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id) on delete cascade
);

create sequence session_id_seq;
create table sessions (
  hash bytea primary key,
  id bigint not null unique default nextval('session_id_seq'),
  account_id bigint not null references accounts (id) on delete cascade,
  workspace_id text not null references workspaces (id) on delete cascade,
  admin_id bigint not null,
  method text not null check (method in ('password', 'sso', 'invitation', 'setup')),
  -- Whether a second factor was given, or is the identity provider's business.
  second_factor boolean not null default false,
  ip text,
  user_agent text,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  ended_at bigint,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id) on delete cascade
);
create index sessions_account_idx on sessions (account_id) where ended_at is null;
create index sessions_admin_idx on sessions (workspace_id, admin_id) where ended_at is null;
create index sessions_expires_idx on sessions (expires_at);

-- The four roles every workspace has: their kind says what they may do, their name can change.
alter table roles add column kind text check (kind in ('owner', 'admin', 'agent', 'light'));
create unique index roles_kind_key on roles (workspace_id, kind);
insert into roles (workspace_id, kind, name, created_at, updated_at)
select workspaces.id, kinds.kind, kinds.name, workspaces.created_at, workspaces.created_at
from workspaces,
  (values (1, 'owner', 'Owner'), (2, 'admin', 'Admin'), (3, 'agent', 'Agent'), (4, 'light', 'Light agent')) as kinds (at, kind, name)
order by workspaces.created_at, workspaces.id, kinds.at;
-- Whoever was first is the owner.
update admins set role_id = roles.id
from roles
where roles.workspace_id = admins.workspace_id and admins.kind = 'admin' and admins.role_id is null
  and roles.kind = case when admins.id = (
    select min(first.id) from admins as first
    where first.workspace_id = admins.workspace_id and first.kind = 'admin' and first.removed_at is null
  ) then 'owner' else 'agent' end;
alter table admins drop column password_hash;
