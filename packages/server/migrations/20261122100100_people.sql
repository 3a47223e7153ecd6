create sequence role_id_seq;
create table roles (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('role_id_seq'),
  name text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

-- Teams draw from it too: requests name an assignee by an id that says not which of the two it is of.
create sequence admin_id_seq;
create table admins (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('admin_id_seq'),
  -- 'bot' is Operator (Fin): it acts and is shown as an author, and is not listed among the teammates.
  kind text not null default 'admin' check (kind in ('admin', 'bot')),
  name text not null,
  -- Trimmed and lower-cased before it is stored.
  email text not null,
  email_verified boolean not null default false,
  password_hash text,
  job_title text,
  role_id bigint,
  avatar_url text,
  has_inbox_seat boolean not null default true,
  away_mode_enabled boolean not null default false,
  away_mode_reassign boolean not null default false,
  away_status_reason_id bigint,
  last_active_at bigint,
  removed_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, role_id) references roles (workspace_id, id)
);
create unique index admins_email_key on admins (workspace_id, email) where removed_at is null;
create unique index admins_bot_key on admins (workspace_id) where kind = 'bot';

create sequence access_token_id_seq;
-- Global: a request is a token before it is a workspace, so the key is the hash. Only the SHA-256 is stored.
create table access_tokens (
  hash bytea primary key,
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('access_token_id_seq'),
  app_id bigint not null,
  admin_id bigint not null,
  label text,
  scopes text[] not null default '{}',
  created_at bigint not null,
  last_used_at bigint,
  expires_at bigint,
  revoked_at bigint,
  unique (workspace_id, id),
  foreign key (workspace_id, app_id) references apps (workspace_id, id) on delete cascade,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);

create sequence away_status_reason_id_seq;
create table away_status_reasons (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('away_status_reason_id_seq'),
  label text not null,
  emoji text,
  "order" integer not null default 0,
  deleted boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
alter table admins add foreign key (workspace_id, away_status_reason_id) references away_status_reasons (workspace_id, id);

create table teams (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('admin_id_seq'),
  name text not null,
  distribution_method text not null default 'manual_assignment',
  -- Meaningful for load-balanced teams only.
  assignment_limit integer,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create table team_members (
  workspace_id text not null references workspaces (id) on delete cascade,
  team_id bigint not null,
  admin_id bigint not null,
  priority text not null default 'primary' check (priority in ('primary', 'secondary')),
  created_at bigint not null,
  primary key (workspace_id, team_id, admin_id),
  foreign key (workspace_id, team_id) references teams (workspace_id, id) on delete cascade,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create index team_members_admin_idx on team_members (workspace_id, admin_id);

create table activity_logs (
  workspace_id text not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  activity_type text not null,
  activity_description text,
  -- {type, id, email, ip} as it was when it happened.
  performed_by jsonb not null,
  metadata jsonb not null default '{}',
  created_at bigint not null,
  primary key (workspace_id, id)
);
create index activity_logs_created_idx on activity_logs (workspace_id, created_at desc, id desc);
