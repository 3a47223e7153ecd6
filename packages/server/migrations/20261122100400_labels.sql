create sequence tag_id_seq;
create table tags (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('tag_id_seq'),
  name text not null,
  created_by bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references admins (workspace_id, id)
);
-- Names are compared without regard to case.
create unique index tags_name_key on tags (workspace_id, lower(name));

create table taggings (
  workspace_id text not null references workspaces (id) on delete cascade,
  -- 'contact', 'company', 'conversation', 'conversation_part', 'ticket', 'article', ...
  object_type text not null,
  object_id text not null,
  tag_id bigint not null,
  applied_at bigint not null,
  applied_by bigint,
  primary key (workspace_id, object_type, object_id, tag_id),
  foreign key (workspace_id, tag_id) references tags (workspace_id, id) on delete cascade,
  foreign key (workspace_id, applied_by) references admins (workspace_id, id)
);
create index taggings_tag_idx on taggings (workspace_id, tag_id, object_type, object_id);

create table segments (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  name text not null,
  person_type text not null check (person_type in ('contact', 'user', 'company')),
  -- A search body's query tree; membership is computed from it.
  rules jsonb not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence note_id_seq;
create table notes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('note_id_seq'),
  contact_id text,
  company_id text,
  admin_id bigint,
  body text not null,
  created_at bigint not null,
  primary key (workspace_id, id),
  check (num_nonnulls(contact_id, company_id) = 1),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete cascade,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create index notes_contact_idx on notes (workspace_id, contact_id, created_at desc, id desc) where contact_id is not null;
create index notes_company_idx on notes (workspace_id, company_id, created_at desc, id desc) where company_id is not null;

create sequence data_attribute_id_seq;
-- Attributes a workspace defined; the built-in ones are a table in code.
create table data_attributes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('data_attribute_id_seq'),
  model text not null check (model in ('contact', 'company', 'conversation')),
  name text not null,
  label text,
  description text,
  data_type text not null,
  -- [{id, value, archived?}] for lists.
  options jsonb,
  -- What only some kinds have: multiline, relationship, required, ...
  settings jsonb not null default '{}',
  archived boolean not null default false,
  api_writable boolean not null default true,
  ui_writable boolean not null default false,
  messenger_writable boolean not null default false,
  admin_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create unique index data_attributes_name_key on data_attributes (workspace_id, model, name) where not archived;
