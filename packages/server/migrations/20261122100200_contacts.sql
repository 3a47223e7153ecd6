-- Users, leads and visitors: one table, since each becomes the next and all keep their id.
create table contacts (
  workspace_id text not null references workspaces (id) on delete cascade,
  id text not null,
  role text not null check (role in ('visitor', 'lead', 'user')),
  -- A visitor's user_id on the wire is its external_id.
  external_id text,
  -- Trimmed and lower-cased before it is stored; searches compare it as is.
  email text,
  email_domain text generated always as (nullif(split_part(email, '@', 2), '')) stored,
  email_verified boolean not null default false,
  phone text,
  formatted_phone text,
  name text,
  pseudonym text,
  avatar text,
  owner_id bigint,
  social_profiles jsonb not null default '[]',
  has_hard_bounced boolean not null default false,
  marked_email_as_spam boolean not null default false,
  unsubscribed_from_emails boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  remote_created_at bigint,
  signed_up_at bigint,
  last_seen_at bigint,
  last_request_at bigint,
  last_replied_at bigint,
  last_contacted_at bigint,
  last_email_opened_at bigint,
  last_email_clicked_at bigint,
  language_override text,
  browser text,
  browser_version text,
  browser_language text,
  os text,
  location_country text,
  location_region text,
  location_city text,
  location_country_code text,
  location_continent_code text,
  android_app_name text,
  android_app_version text,
  android_device text,
  android_os_version text,
  android_sdk_version text,
  android_last_seen_at bigint,
  ios_app_name text,
  ios_app_version text,
  ios_device text,
  ios_os_version text,
  ios_sdk_version text,
  ios_last_seen_at bigint,
  custom_attributes jsonb not null default '{}',
  utm_campaign text,
  utm_content text,
  utm_medium text,
  utm_source text,
  utm_term text,
  referrer text,
  enabled_push_messaging boolean,
  do_not_track boolean not null default false,
  session_count integer not null default 0,
  active_company_id text,
  archived_at bigint,
  blocked_at bigint,
  -- Set when this contact was merged away: the row stays so that its old id leads to the survivor.
  merged_into text,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references admins (workspace_id, id),
  foreign key (workspace_id, merged_into) references contacts (workspace_id, id) on delete cascade
);
-- Identity is unique among users, archived ones included; leads and visitors are exempt.
create unique index contacts_user_email_key on contacts (workspace_id, email) where role = 'user' and merged_into is null;
create unique index contacts_user_external_id_key on contacts (workspace_id, external_id)
  where role = 'user' and merged_into is null;
create index contacts_email_idx on contacts (workspace_id, email) where email is not null;
create index contacts_external_id_idx on contacts (workspace_id, external_id) where external_id is not null;
create index contacts_phone_idx on contacts (workspace_id, phone) where phone is not null;
-- Lists and searches show exactly these, so their orders need no look at the rows, however many visitors there are.
create index contacts_created_idx on contacts (workspace_id, created_at desc, id desc)
  where role <> 'visitor' and merged_into is null and archived_at is null;
create index contacts_updated_idx on contacts (workspace_id, updated_at desc, id desc)
  where role <> 'visitor' and merged_into is null and archived_at is null;
create index contacts_last_seen_idx on contacts (workspace_id, last_seen_at desc, id desc);
create index contacts_signed_up_idx on contacts (workspace_id, signed_up_at desc, id desc) where signed_up_at is not null;
create index contacts_last_replied_idx on contacts (workspace_id, last_replied_at desc, id desc)
  where last_replied_at is not null;
create index contacts_email_domain_idx on contacts (workspace_id, email_domain) where email_domain is not null;
create index contacts_owner_idx on contacts (workspace_id, owner_id) where owner_id is not null;
create index contacts_merged_into_idx on contacts (workspace_id, merged_into) where merged_into is not null;
create index contacts_name_idx on contacts using gin (name gin_trgm_ops);
create index contacts_email_contains_idx on contacts using gin (email gin_trgm_ops);
create index contacts_custom_attributes_idx on contacts using gin (custom_attributes jsonb_path_ops);
-- Searchable, knowingly without an index: avatar, formatted_phone, last_contacted_at, last_email_opened_at,
-- last_email_clicked_at, language_override, browser*, os, location_*, the three e-mail flags, ios_*, android_*. They are
-- seldom asked for, mostly beside a date, and every one of them would be paid for by every write.

create sequence contact_merge_id_seq;
create table contact_merges (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('contact_merge_id_seq'),
  from_contact_id text not null,
  into_contact_id text not null,
  -- What the merged contact looked like.
  snapshot jsonb not null default '{}',
  merged_by jsonb,
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, into_contact_id) references contacts (workspace_id, id) on delete cascade
);
create index contact_merges_into_idx on contact_merges (workspace_id, into_contact_id, created_at desc, id desc);

create sequence subscription_type_id_seq;
create table subscription_types (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('subscription_type_id_seq'),
  state text not null default 'live' check (state in ('live', 'draft', 'archived')),
  consent_type text not null check (consent_type in ('opt_in', 'opt_out')),
  -- Each translation is {name, description, locale}.
  default_translation jsonb not null,
  translations jsonb not null default '[]',
  content_types text[] not null default '{email}',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

-- Only what contacts chose themselves: no row means the type's default.
create table contact_subscriptions (
  workspace_id text not null references workspaces (id) on delete cascade,
  contact_id text not null,
  subscription_type_id bigint not null,
  consent_type text not null check (consent_type in ('opt_in', 'opt_out')),
  created_at bigint not null,
  primary key (workspace_id, contact_id, subscription_type_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, subscription_type_id) references subscription_types (workspace_id, id) on delete cascade
);
create index contact_subscriptions_type_idx on contact_subscriptions (workspace_id, subscription_type_id);
