-- Bulk jobs: each task is a part of one, and is done whole, item by item, by a row in `jobs`.
create sequence bulk_job_id_seq;
create table bulk_jobs (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('bulk_job_id_seq'),
  noun text not null check (noun in ('contacts', 'companies')),
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence bulk_task_id_seq;
create table bulk_tasks (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('bulk_task_id_seq'),
  bulk_job_id bigint not null,
  action text not null check (action in ('create', 'update', 'delete')),
  item_count integer not null,
  -- What is to be done; null once it is.
  items jsonb,
  -- [{index, code, message}] of the items that were refused.
  failures jsonb not null default '[]',
  created_at bigint not null,
  started_at bigint,
  completed_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, bulk_job_id) references bulk_jobs (workspace_id, id) on delete cascade
);
create index bulk_tasks_job_idx on bulk_tasks (workspace_id, bulk_job_id, id);

create sequence custom_object_type_id_seq;
create table custom_object_types (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('custom_object_type_id_seq'),
  -- What the API calls it, such as 'Order'.
  identifier text not null,
  name text not null,
  -- [{name, data_type}]
  attributes jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create unique index custom_object_types_identifier_key on custom_object_types (workspace_id, identifier);

create sequence custom_object_instance_id_seq;
create table custom_object_instances (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('custom_object_instance_id_seq'),
  custom_object_type_id bigint not null,
  external_id text,
  external_created_at bigint,
  external_updated_at bigint,
  custom_attributes jsonb not null default '{}',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, custom_object_type_id) references custom_object_types (workspace_id, id) on delete cascade
);
create unique index custom_object_instances_external_key
  on custom_object_instances (workspace_id, custom_object_type_id, external_id);
create index custom_object_instances_type_idx
  on custom_object_instances (workspace_id, custom_object_type_id, id desc);

create sequence brand_id_seq;
-- Brands beside the default one, which is the workspace itself unless a row with the workspace's id says more of it.
create table brands (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null default nextval('brand_id_seq')::text,
  name text not null,
  help_center_id bigint,
  default_address_settings_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence email_setting_id_seq;
create table email_settings (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('email_setting_id_seq'),
  -- Lower-cased.
  email text not null,
  verified boolean not null default false,
  -- Null for the default brand.
  brand_id text,
  forwarding_enabled boolean not null default false,
  forwarded_email_last_received_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references brands (workspace_id, id)
);
create unique index email_settings_email_key on email_settings (workspace_id, email);

create sequence macro_id_seq;
create table macros (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('macro_id_seq'),
  name text not null,
  -- HTML with placeholders as they are written: {{user.name|fallback:"there"}}.
  body text,
  -- Ids as texts; null for everyone.
  visible_to_team_ids jsonb,
  available_on text[] not null default '{inbox,messenger}',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);
create index macros_updated_idx on macros (workspace_id, updated_at desc, id desc);

create sequence office_hours_schedule_id_seq;
create table office_hours_schedules (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('office_hours_schedule_id_seq'),
  name text not null,
  time_zone_name text not null,
  -- [{start_minute, end_minute}], minutes since the start of Monday.
  time_intervals jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence office_hours_exception_id_seq;
create table office_hours_exceptions (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('office_hours_exception_id_seq'),
  office_hours_schedule_id bigint not null,
  exception_date text not null,
  exception_type text not null check (exception_type in ('closed', 'custom_hours')),
  name text,
  -- [{start_minute, end_minute}], minutes since midnight; null when closed.
  time_intervals jsonb,
  recurring_annually boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, office_hours_schedule_id) references office_hours_schedules (workspace_id, id)
    on delete cascade
);
create unique index office_hours_exceptions_date_key
  on office_hours_exceptions (workspace_id, office_hours_schedule_id, exception_date);

create table ip_allowlists (
  workspace_id text primary key references workspaces (id) on delete cascade,
  enabled boolean not null default false,
  -- Addresses and ranges as they were written.
  entries text[] not null default '{}',
  updated_at bigint not null
);

create sequence identity_secret_id_seq;
create table identity_secrets (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('identity_secret_id_seq'),
  name text not null,
  -- Encrypted; the server's key is not in the database.
  sealed text not null,
  supports_android boolean not null default false,
  supports_ios boolean not null default false,
  supports_web boolean not null default false,
  deleted_at bigint,
  created_at bigint not null,
  primary key (workspace_id, id)
);

create sequence data_connector_id_seq;
create table data_connectors (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('data_connector_id_seq'),
  name text not null,
  description text,
  state text not null default 'draft' check (state in ('draft', 'live')),
  http_method text not null default 'get' check (http_method in ('get', 'post', 'put', 'delete', 'patch')),
  -- Templates with {{inputs}}.
  url text,
  body text,
  -- [{name, sealed}]: values are encrypted.
  headers jsonb not null default '[]',
  audiences text[] not null default '{}',
  direct_fin_usage boolean not null default false,
  data_inputs jsonb not null default '[]',
  response_fields jsonb not null default '[]',
  object_mappings jsonb not null default '[]',
  mock_response jsonb,
  -- Ids of `data_connector_tokens`, as texts.
  token_ids jsonb not null default '[]',
  customer_authentication boolean not null default false,
  bypass_authentication boolean not null default false,
  validate_missing_attributes boolean not null default true,
  created_by_admin_id bigint,
  updated_by_admin_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by_admin_id) references admins (workspace_id, id),
  foreign key (workspace_id, updated_by_admin_id) references admins (workspace_id, id)
);
create index data_connectors_updated_idx on data_connectors (workspace_id, updated_at desc, id desc);

-- A header that connectors may send to say who asks, made in settings and attached by `token_ids`.
create sequence data_connector_token_id_seq;
create table data_connector_tokens (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('data_connector_token_id_seq'),
  name text not null,
  header_name text not null,
  sealed text not null,
  created_at bigint not null,
  primary key (workspace_id, id)
);

-- What would break without a connector: a workflow, an agent.
create table data_connector_uses (
  workspace_id text not null references workspaces (id) on delete cascade,
  data_connector_id bigint not null,
  user_type text not null,
  user_id text not null,
  primary key (workspace_id, data_connector_id, user_type, user_id),
  foreign key (workspace_id, data_connector_id) references data_connectors (workspace_id, id) on delete cascade
);

create sequence data_connector_execution_id_seq;
create table data_connector_executions (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('data_connector_execution_id_seq'),
  data_connector_id bigint not null,
  success boolean not null,
  http_status integer,
  http_method text not null check (http_method in ('get', 'post', 'put', 'delete', 'patch')),
  error_type text,
  error_message text,
  execution_time_ms integer,
  attempts integer not null default 1,
  source_type text,
  source_id text,
  conversation_id bigint,
  -- Without its query, its fragment and whoever it names to log in.
  request_url text,
  request_body text,
  response_body text,
  raw_response_body text,
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, data_connector_id) references data_connectors (workspace_id, id) on delete cascade
);
create index data_connector_executions_time_idx
  on data_connector_executions (workspace_id, data_connector_id, created_at desc, id desc);

create sequence call_id_seq;
create table calls (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('call_id_seq'),
  conversation_id bigint,
  admin_id bigint,
  contact_id text,
  state text not null,
  call_type text not null default 'phone',
  direction text not null check (direction in ('inbound', 'outbound')),
  ended_reason text,
  phone text,
  initiated_at bigint,
  answered_at bigint,
  ended_at bigint,
  hold_time integer,
  -- Where the recording is: a path on this server or an address elsewhere.
  recording text,
  -- [{at, speaker, text}], seconds since the start; null while there is none.
  transcript jsonb,
  transcript_status text,
  -- The part of it that Fin took, a call of its own.
  fin_call_id bigint,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
    on delete set null (conversation_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id),
  foreign key (workspace_id, fin_call_id) references calls (workspace_id, id)
);
create index calls_created_idx on calls (workspace_id, created_at desc, id desc);
create index calls_conversation_idx on calls (workspace_id, conversation_id) where conversation_id is not null;
create index calls_contact_idx on calls (workspace_id, contact_id) where contact_id is not null;
create index calls_phone_idx on calls (workspace_id, phone, created_at desc) where phone is not null;

create sequence fin_voice_call_id_seq;
create table fin_voice_calls (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('fin_voice_call_id_seq'),
  app_id bigint not null,
  user_phone_number text not null,
  external_call_id text not null,
  source text not null default 'aws_connect' check (source in ('five9', 'zoom_phone', 'aws_connect')),
  status text not null default 'registered',
  -- The call it was matched with.
  call_id bigint,
  data jsonb,
  call_summary text,
  intent jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, call_id) references calls (workspace_id, id) on delete set null (call_id)
);
create unique index fin_voice_calls_external_key on fin_voice_calls (workspace_id, external_call_id);
create index fin_voice_calls_phone_idx on fin_voice_calls (workspace_id, user_phone_number, created_at desc, id desc);
create index fin_voice_calls_call_idx on fin_voice_calls (workspace_id, call_id) where call_id is not null;

create table phone_call_redirects (
  workspace_id text not null references workspaces (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  phone text not null,
  contact_id text,
  -- 'pending' while no carrier has taken the text message.
  sms_status text not null default 'pending' check (sms_status in ('pending', 'sent', 'failed')),
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id)
);
create index phone_call_redirects_contact_idx on phone_call_redirects (workspace_id, contact_id)
  where contact_id is not null;

create sequence whatsapp_message_id_seq;
create table whatsapp_messages (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('whatsapp_message_id_seq'),
  -- The id WhatsApp gave it.
  whatsapp_message_id text not null,
  ruleset_id text,
  conversation_id bigint,
  contact_id text,
  template_name text not null,
  status text not null default 'sent' check (status in ('sent', 'delivered', 'read', 'failed')),
  -- {message, details}
  error jsonb,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
    on delete set null (conversation_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete set null (contact_id)
);
create unique index whatsapp_messages_key on whatsapp_messages (workspace_id, whatsapp_message_id);
create index whatsapp_messages_ruleset_idx on whatsapp_messages (workspace_id, ruleset_id, id desc)
  where ruleset_id is not null;
create index whatsapp_messages_conversation_idx on whatsapp_messages (workspace_id, conversation_id)
  where conversation_id is not null;
create index whatsapp_messages_contact_idx on whatsapp_messages (workspace_id, contact_id)
  where contact_id is not null;

create sequence ecommerce_connector_id_seq;
create table ecommerce_connectors (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('ecommerce_connector_id_seq'),
  name text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence ecommerce_import_id_seq;
create table ecommerce_imports (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('ecommerce_import_id_seq'),
  ecommerce_connector_id bigint not null,
  state text not null check (state in ('uploading', 'processing', 'completed', 'failed')),
  product_count integer,
  -- [{index, message}] of the products that could not be read, the first hundred.
  failures jsonb not null default '[]',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, ecommerce_connector_id) references ecommerce_connectors (workspace_id, id)
    on delete cascade
);
-- One at a time.
create unique index ecommerce_imports_open_key on ecommerce_imports (workspace_id, ecommerce_connector_id)
  where state in ('uploading', 'processing');

create table ecommerce_import_parts (
  workspace_id text not null references workspaces (id) on delete cascade,
  ecommerce_import_id bigint not null,
  part_number integer not null,
  -- One product a line, in gzip; gone once it is imported.
  products bytea not null,
  primary key (workspace_id, ecommerce_import_id, part_number),
  foreign key (workspace_id, ecommerce_import_id) references ecommerce_imports (workspace_id, id) on delete cascade
);

create table ecommerce_products (
  workspace_id text not null references workspaces (id) on delete cascade,
  ecommerce_connector_id bigint not null,
  id text not null,
  title text not null,
  url text not null,
  -- The product as it was sent.
  product jsonb not null,
  ecommerce_import_id bigint not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, ecommerce_connector_id, id),
  foreign key (workspace_id, ecommerce_connector_id) references ecommerce_connectors (workspace_id, id)
    on delete cascade
);

-- Callers are known by their numbers.
create index contacts_formatted_phone_idx on contacts (workspace_id, formatted_phone) where formatted_phone is not null;
