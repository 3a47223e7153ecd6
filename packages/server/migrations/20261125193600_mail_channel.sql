create sequence mailbox_id_seq;
-- Addresses that customers write to, and how their mails come in.
create table mailboxes (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('mailbox_id_seq'),
  -- The address itself, as GET /emails shows it.
  email_setting_id bigint not null,
  -- Who gets what is new; not a reference, for a team may go.
  team_id bigint,
  -- Sanitised HTML below what is mailed from here.
  signature text not null default '',
  -- Whether the address is also reached as support+anything@.
  plus_addressing boolean not null default false,
  intake text not null check (intake in ('imap', 'http')),
  -- {host, port, security, user, folder} of an IMAP server, and the password.
  imap jsonb,
  sealed_password text,
  -- Hash of the secret in the address that mails are posted to.
  secret_hash bytea,
  -- The server whose Authentication-Results are believed; null for none.
  authserv_id text,
  -- What proves that the address reaches us: the Message-ID of a mail sent there.
  check_key text,
  -- How far we have read: by UID, never by flags. Null before the first look.
  uid_validity text,
  last_uid bigint not null default 0,
  -- What came before is not looked at.
  started_at bigint not null,
  -- A mail that could not be fetched, and how often that was tried.
  stuck_uid bigint,
  stuck_times integer not null default 0,
  -- By the world's clock: when somebody is to look again. Who looks puts it off first, so that nobody else does.
  next_look_at bigint not null default 0,
  looked_at bigint,
  fault text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, email_setting_id) references email_settings (workspace_id, id) on delete cascade
);
create unique index mailboxes_setting_idx on mailboxes (workspace_id, email_setting_id);
create index mailboxes_look_idx on mailboxes (next_look_at) where intake = 'imap';

-- What reply addresses of a workspace are signed with.
create table mail_keys (
  workspace_id text not null references workspaces (id) on delete cascade,
  sealed_key text not null,
  primary key (workspace_id)
);

create sequence incoming_mail_id_seq;
-- Every mail that came, and what became of it.
create table incoming_mails (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('incoming_mail_id_seq'),
  mailbox_id bigint not null,
  -- Where it lies on an IMAP server; null for one that was posted.
  uid_validity text,
  uid bigint,
  -- The mail as it came, in the store of files; null where it was too large to be taken.
  raw_key text,
  size bigint not null,
  -- 'received' is yet to be read; 'held' waits for somebody; 'failed' could not be read for a fault of ours.
  status text not null default 'received'
    check (status in ('received', 'accepted', 'rejected', 'duplicate', 'held', 'failed')),
  reason text,
  sender text,
  subject text,
  conversation_id bigint,
  part_id bigint,
  attempts integer not null default 0,
  next_attempt_at bigint not null default 0,
  received_at bigint not null,
  settled_at bigint,
  primary key (workspace_id, id),
  foreign key (workspace_id, mailbox_id) references mailboxes (workspace_id, id) on delete cascade
);
create unique index incoming_mails_uid_idx on incoming_mails (workspace_id, mailbox_id, uid_validity, uid)
  where uid is not null;
create index incoming_mails_list_idx on incoming_mails (workspace_id, mailbox_id, id);
create index incoming_mails_sender_idx on incoming_mails (workspace_id, sender, received_at);
create index incoming_mails_due_idx on incoming_mails (next_attempt_at, id) where status = 'received';

create sequence mail_message_id_seq;
-- The mails of conversations, in and out, by which others find where they belong.
create table mail_messages (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('mail_message_id_seq'),
  -- With its angle brackets.
  message_id text not null,
  direction text not null check (direction in ('in', 'out')),
  conversation_id bigint not null,
  -- Of what came in: what tells a second delivery of the same mail.
  fingerprint text,
  -- Of what came in: the part it became; null for what the conversation began with.
  part_id bigint,
  -- Whether a machine wrote it, which gets no answer of a machine.
  automatic boolean not null default false,
  -- {from, to, cc, subject}, as far as people look at it.
  headers jsonb not null default '{}',
  -- Sanitised HTML of what was folded away: older words, signatures.
  quoted text,
  raw_key text,
  outgoing_id bigint,
  created_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create unique index mail_messages_fingerprint_idx on mail_messages (workspace_id, fingerprint)
  where fingerprint is not null;
create index mail_messages_message_idx on mail_messages (workspace_id, message_id);
create index mail_messages_conversation_idx on mail_messages (workspace_id, conversation_id, id);

-- Conversations with words that are to be mailed once their time has come.
create table mail_due (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  first_part_id bigint not null,
  planned_at bigint not null,
  due_at bigint not null,
  primary key (workspace_id, conversation_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index mail_due_at_idx on mail_due (due_at);

-- Which mail carries a part: no other does.
create table mail_parts (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  part_id bigint not null,
  outgoing_id bigint not null,
  primary key (workspace_id, conversation_id, part_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index mail_parts_outgoing_idx on mail_parts (workspace_id, outgoing_id);

-- Whom a mail went to, and whether it got there.
create table mail_deliveries (
  workspace_id text not null references workspaces (id) on delete cascade,
  conversation_id bigint not null,
  outgoing_id bigint not null,
  address text not null,
  contact_id text,
  status text not null default 'pending' check (status in ('pending', 'kept', 'sent', 'failed', 'bounced')),
  error text,
  updated_at bigint not null,
  primary key (workspace_id, outgoing_id, address),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index mail_deliveries_conversation_idx on mail_deliveries (workspace_id, conversation_id);
