-- How a help center looks and what it offers beside articles: a picture and links in its bar, how its readers write to the team, and whether
-- they read its news. Without a type of ticket, what they write begins a conversation.
alter table help_centers
  add column logo_url text,
  add column links jsonb not null default '[]',
  add column contact_form boolean not null default true,
  add column contact_ticket_type_id bigint,
  add column shows_news boolean not null default false;

-- A domain leads to one help center.
drop index help_centers_domain_idx;
create unique index help_centers_domain_idx on help_centers (custom_domain) where custom_domain is not null;

-- Customers see what is theirs on the pages of the help center too, once a mailed link has shown that an address is theirs.
alter table messenger_sessions
  drop constraint messenger_sessions_platform_check,
  add constraint messenger_sessions_platform_check check (platform in ('web', 'ios', 'android', 'help'));
alter table one_time_tokens
  drop constraint one_time_tokens_kind_check,
  add constraint one_time_tokens_kind_check
    check (kind in ('setup', 'invitation', 'password_reset', 'two_factor', 'sso', 'help_sign_in'));
