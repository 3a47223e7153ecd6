-- What an app is given when somebody installs it, to exchange once for a token. Global: it is all that the exchange brings.
create table oauth_codes (
  hash bytea primary key,
  registration_id bigint not null references app_registrations (id) on delete cascade,
  workspace_id text not null references workspaces (id) on delete cascade,
  admin_id bigint not null,
  expires_at bigint not null,
  used_at bigint,
  -- The token it was exchanged for: a code that comes twice may be stolen, and takes it away again.
  token_id bigint,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id) on delete cascade
);
create index oauth_codes_expires_idx on oauth_codes (expires_at);
