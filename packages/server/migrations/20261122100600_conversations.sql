-- Conversations and tickets share one id space: a ticket is a conversation with a row in `tickets` under the same id.
create sequence conversation_id_seq;
-- Ids of messages, a conversation's source among them.
create sequence message_id_seq;

create table conversations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('conversation_id_seq'),
  is_ticket boolean not null default false,
  created_at bigint not null,
  updated_at bigint not null,
  state text not null default 'open' check (state in ('open', 'closed', 'snoozed')),
  -- Snoozed counts as open.
  open boolean generated always as (state <> 'closed') stored,
  read boolean not null default false,
  priority text not null default 'none' check (priority in ('none', 'low', 'medium', 'high', 'urgent')),
  waiting_since bigint,
  snoozed_until bigint,
  title text,
  -- Null when nobody has it; the wire's 0 is the view's business.
  admin_assignee_id bigint,
  team_assignee_id bigint,
  company_id text,
  brand_id text,
  channel_initiated text,
  channel_current text,
  custom_attributes jsonb not null default '{}',
  topics jsonb not null default '{}',
  ai_topics jsonb,
  external_references jsonb,
  sla_applied jsonb,

  source_type text not null default 'conversation',
  source_id bigint not null default nextval('message_id_seq'),
  source_delivered_as text not null default 'customer_initiated',
  source_subject text not null default '',
  source_body text,
  -- The body without mark-up, for searches.
  source_text text not null default '',
  -- Cut short because a tsvector is refused beyond 1 MB.
  source_tokens tsvector generated always as (to_tsvector('simple', left(source_text, 200000))) stored,
  source_url text,
  source_author_type text,
  source_author_id text,
  source_author_name text,
  source_author_email text,
  source_attachments jsonb not null default '[]',
  source_redacted boolean not null default false,
  source_email jsonb,

  first_contact_reply_at bigint,
  first_contact_reply_type text,
  first_contact_reply_url text,
  first_assignment_at bigint,
  first_admin_reply_at bigint,
  first_close_at bigint,
  last_assignment_at bigint,
  last_assignment_admin_reply_at bigint,
  last_contact_reply_at bigint,
  last_admin_reply_at bigint,
  last_close_at bigint,
  last_closed_by_id bigint,
  time_to_assignment bigint,
  time_to_admin_reply bigint,
  time_to_first_close bigint,
  time_to_last_close bigint,
  median_time_to_reply bigint,
  handling_time bigint,
  adjusted_handling_time bigint,
  count_reopens integer not null default 0,
  count_assignments integer not null default 0,
  -- All parts and the source.
  count_conversation_parts integer not null default 1,
  -- [{team_id, team_name, response_time}]
  assigned_team_first_response_time jsonb not null default '[]',
  assigned_team_first_response_time_in_office_hours jsonb not null default '[]',
  -- What the statistics are computed from: seconds of each reply that ended a wait, ascending; when the team was
  -- assigned; since when an admin has it in hand, since when that is paused by a snooze, and the pauses so far.
  reply_times jsonb not null default '[]',
  team_assigned_at bigint,
  handling_since bigint,
  handling_paused_since bigint,
  handling_paused bigint not null default 0,

  rating integer,
  rating_remark text,
  rating_requested_at bigint,
  rating_replied_at bigint,
  rating_updated_at bigint,
  rating_contact_id text,
  rating_admin_id bigint,

  ai_agent_participated boolean not null default false,
  -- {resolution_state, last_answer_type, rating, rating_remark, source_type, source_title, content_sources, ...}
  ai_agent jsonb,

  -- The conversation this one was merged into; it stays, closed.
  merged_into bigint,
  -- Set with the archiving of a blocked contact.
  archived_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_assignee_id) references admins (workspace_id, id),
  foreign key (workspace_id, team_assignee_id) references teams (workspace_id, id) on delete set null (team_assignee_id),
  foreign key (workspace_id, company_id) references companies (workspace_id, id) on delete set null (company_id)
);
create index conversations_updated_idx on conversations (workspace_id, updated_at desc, id desc);
-- Tickets are few among conversations, and searched apart from them.
create index conversations_tickets_idx on conversations (workspace_id, updated_at desc, id desc) where is_ticket;
create index conversations_created_idx on conversations (workspace_id, created_at desc, id desc);
create index conversations_state_idx on conversations (workspace_id, state, updated_at desc, id desc);
create index conversations_admin_idx on conversations (workspace_id, admin_assignee_id, updated_at desc, id desc);
create index conversations_team_idx on conversations (workspace_id, team_assignee_id, updated_at desc, id desc);
create index conversations_source_idx on conversations (workspace_id, source_id);
create index conversations_company_idx on conversations (workspace_id, company_id) where company_id is not null;
create index conversations_snoozed_idx on conversations (workspace_id, snoozed_until) where state = 'snoozed';
create index conversations_waiting_idx on conversations (workspace_id, waiting_since) where waiting_since is not null;
create index conversations_author_email_idx on conversations using gin (source_author_email gin_trgm_ops);
create index conversations_source_tokens_idx on conversations using gin (source_tokens);
create index conversations_source_text_idx on conversations using gin (source_text gin_trgm_ops);
create index conversations_custom_attributes_idx on conversations using gin (custom_attributes jsonb_path_ops);
-- Searchable, knowingly without an index: source_type, source_delivered_as, source_subject, source_url, the author's id,
-- type and name, channel_initiated, read, priority, every statistic, the rating columns and everything inside ai_agent.

create table conversation_contacts (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  contact_id text not null,
  created_at bigint not null,
  primary key (workspace_id, conversation_id, contact_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade
);
create index conversation_contacts_contact_idx on conversation_contacts (workspace_id, contact_id, conversation_id desc);

create table conversation_teammates (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  admin_id bigint not null,
  created_at bigint not null,
  primary key (workspace_id, conversation_id, admin_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);
create index conversation_teammates_admin_idx on conversation_teammates (workspace_id, admin_id, conversation_id desc);

create sequence conversation_part_id_seq;
create table conversation_parts (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  id bigint not null default nextval('conversation_part_id_seq'),
  part_type text not null,
  body text,
  -- The body without mark-up, for searches.
  text text not null default '',
  tokens tsvector generated always as (to_tsvector('simple', left(text, 200000))) stored,
  created_at bigint not null,
  updated_at bigint not null,
  notified_at bigint,
  -- Who wrote it, as they were then.
  author_type text not null,
  author_id text,
  author_name text,
  author_email text,
  from_ai_agent boolean not null default false,
  is_ai_answer boolean not null default false,
  assigned_to_type text,
  assigned_to_id text,
  attachments jsonb not null default '[]',
  metadata jsonb not null default '{}',
  event_details jsonb,
  email_message_metadata jsonb,
  -- Of state and attribute parts on tickets.
  ticket_state text,
  previous_ticket_state text,
  updated_attribute_data jsonb,
  tags jsonb not null default '[]',
  state text,
  external_id text,
  app_package_code text,
  redacted boolean not null default false,
  -- What was reported of its way to the contact, in the reporter's own words.
  send_state text,
  send_info text,
  admin_seen boolean not null default false,
  -- The conversation leads, so that a thread lies together and needs no second index.
  primary key (workspace_id, conversation_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index conversation_parts_tokens_idx on conversation_parts using gin (tokens) where text <> '';

-- Links are directed: a tracker or back-office ticket points at what it was linked to.
create table conversation_links (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  linked_id bigint not null,
  created_at bigint not null,
  primary key (workspace_id, conversation_id, linked_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade,
  foreign key (workspace_id, linked_id) references conversations (workspace_id, id) on delete cascade
);
create index conversation_links_linked_idx on conversation_links (workspace_id, linked_id, conversation_id);

create table deleted_conversations (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null,
  retain_metrics boolean not null default true,
  -- Numbers kept for reports when metrics are retained.
  metrics jsonb,
  deleted_at bigint not null,
  primary key (workspace_id, id)
);
create index deleted_conversations_idx on deleted_conversations (workspace_id, deleted_at desc, id desc);

-- What POST /messages sent. The conversation begins when the contact replies, unless one was asked for at once.
create table messages (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('message_id_seq'),
  message_type text not null,
  admin_id bigint,
  subject text not null default '',
  body text not null,
  template text,
  -- What fills a WhatsApp template, and in which language.
  components jsonb,
  locale text,
  cc jsonb not null default '[]',
  bcc jsonb not null default '[]',
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, admin_id) references admins (workspace_id, id)
);

create table message_recipients (
  workspace_id text not null references workspaces (id) on delete cascade,
  message_id bigint not null,
  contact_id text not null,
  conversation_id bigint,
  -- 'sent' once the contact can see it; 'pending' while no channel has taken it.
  status text not null default 'sent',
  created_at bigint not null,
  primary key (workspace_id, message_id, contact_id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade,
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id)
    on delete set null (conversation_id)
);
create index message_recipients_conversation_idx on message_recipients (workspace_id, conversation_id)
  where conversation_id is not null;
create index message_recipients_contact_idx on message_recipients (workspace_id, contact_id, message_id desc);
