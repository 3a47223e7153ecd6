create sequence outgoing_message_id_seq;
-- What leaves through other systems: mails and texts. A row is written with its cause, and a job sends it.
create table outgoing_messages (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('outgoing_message_id_seq'),
  channel text not null check (channel in ('email', 'sms', 'whatsapp')),
  -- What it is for, such as 'message' or 'sign_in'.
  kind text not null,
  -- The message of POST /messages that it carries.
  message_id bigint,
  -- {name, reply_to}: the address is the installation's own.
  sender jsonb not null default '{}',
  -- {to, cc, bcc}: each a list of {address, name, contact_id}.
  recipients jsonb not null,
  -- The addresses that are still to be reached, once some were; null for all.
  remaining jsonb,
  subject text not null default '',
  html text,
  plain text,
  headers jsonb not null default '{}',
  -- {name, components, locale} of a WhatsApp template.
  template jsonb,
  -- A mail's Message-ID, or what a carrier tells a repetition by: the same at every attempt.
  key text not null,
  -- Whether its words let somebody in: they are not kept once it is sent.
  confidential boolean not null default false,
  -- 'kept' where nobody is there to take it: it can be read here.
  status text not null default 'pending' check (status in ('pending', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  -- Not before then; whoever sends it puts it off first, so that nobody else does at the same time.
  next_attempt_at bigint not null default 0,
  error text,
  -- What the carrier calls it.
  carrier_id text,
  created_at bigint not null,
  settled_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, message_id) references messages (workspace_id, id) on delete cascade
);
create index outgoing_messages_due_idx on outgoing_messages (next_attempt_at, id) where status = 'pending';
create index outgoing_messages_settled_idx on outgoing_messages (settled_at) where status <> 'pending';
create index outgoing_messages_message_idx on outgoing_messages (workspace_id, message_id)
  where message_id is not null;
create index outgoing_messages_carrier_idx on outgoing_messages (workspace_id, channel, carrier_id)
  where carrier_id is not null;

-- Why a message did not reach somebody.
alter table message_recipients add column error text;
alter table message_recipients add column updated_at bigint;
alter table message_recipients add constraint message_recipients_status_check
  check (status in ('pending', 'kept', 'sent', 'delivered', 'read', 'failed'));
