-- How Fin behaves in a workspace; a row is made when it is first needed.
create table fin_settings (
  workspace_id text primary key references workspaces (id) on delete cascade,
  -- Signs the short-lived tokens of event streams.
  stream_secret text not null default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  -- Whether whoever Fin talked to is asked how it was.
  asks_for_rating boolean not null default true,
  -- Whether people answer the questions of procedures through the API.
  people_answer_procedures boolean not null default true
);

-- Where an app hears what Fin does.
create table fin_callbacks (
  workspace_id text not null references workspaces (id) on delete cascade,
  app_id bigint not null,
  url text not null,
  -- Sealed; it signs what is sent.
  secret text not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, app_id),
  foreign key (workspace_id, app_id) references apps (workspace_id, id) on delete cascade
);

create sequence fin_session_id_seq;
-- A conversation that somebody else's system has with Fin, under an id of their own.
create table fin_sessions (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('fin_session_id_seq'),
  -- The app that began it and hears of it.
  app_id bigint not null,
  external_id text not null,
  external_user_id text not null,
  contact_id text not null,
  conversation_id bigint not null,
  -- A question is answered once and for all; a procedure goes its own way.
  kind text not null check (kind in ('conversation', 'question', 'procedure')),
  status text not null default 'thinking'
    check (status in ('thinking', 'replying', 'awaiting_user_reply', 'resolved', 'escalated', 'complete')),
  -- Whether Fin may ask back and hand over; whether it writes as one does in mails.
  follow_up boolean not null default true,
  email_style boolean not null default false,
  survey text not null default 'none' check (survey in ('none', 'open', 'requested')),
  survey_requested_at bigint,
  rating text check (rating in ('terrible', 'bad', 'ok', 'good', 'amazing')),
  remark text,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id) on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index fin_sessions_conversation_idx on fin_sessions (workspace_id, conversation_id);
create index fin_sessions_contact_idx on fin_sessions (workspace_id, contact_id);

-- Messages of the last minutes by what they are: the same one again is dropped.
create table fin_messages (
  workspace_id text not null references workspaces (id) on delete cascade,
  session_id bigint not null,
  digest text not null,
  received_at bigint not null,
  primary key (workspace_id, session_id, digest),
  foreign key (workspace_id, session_id) references fin_sessions (workspace_id, id) on delete cascade
);

create sequence fin_event_id_seq;
-- What Fin did, in order: event streams resume from here, and callbacks are delivered from here.
create table fin_events (
  workspace_id text not null references workspaces (id) on delete cascade,
  session_id bigint not null,
  id bigint not null default nextval('fin_event_id_seq'),
  -- JSON as it is sent, byte for byte: it is signed.
  body text not null,
  created_at_ms bigint not null,
  -- 'none' where nobody is called: the app has no callback, or the event is for streams alone.
  delivery text not null check (delivery in ('none', 'pending', 'done', 'failed')),
  attempts integer not null default 0,
  -- Not before then.
  due_at bigint not null default 0,
  primary key (workspace_id, session_id, id),
  foreign key (workspace_id, session_id) references fin_sessions (workspace_id, id) on delete cascade
);
create index fin_events_pending_idx on fin_events (workspace_id, session_id, id) where delivery = 'pending';

create sequence procedure_id_seq;
create table procedures (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('procedure_id_seq'),
  name text not null,
  description text not null default '',
  live boolean not null default false,
  -- Whether an API call may start it.
  api_trigger boolean not null default true,
  -- Whom it is for; nobody in particular means everybody.
  audience_ids bigint[] not null default '{}',
  steps jsonb not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

create sequence procedure_run_id_seq;
create table procedure_runs (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('procedure_run_id_seq'),
  procedure_id bigint not null,
  conversation_id bigint not null,
  state text not null default 'running' check (state in ('running', 'awaiting_user', 'awaiting_teammate', 'finished')),
  -- The step it is at, from 0.
  position integer not null default 0,
  -- The steps as they were when it began.
  steps jsonb not null,
  -- What it has learnt, by the identifiers of its steps.
  collected jsonb not null default '{}',
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, procedure_id) references procedures (workspace_id, id) on delete cascade,
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index procedure_runs_conversation_idx on procedure_runs (workspace_id, conversation_id, id desc);
create index procedure_runs_procedure_idx on procedure_runs (workspace_id, procedure_id);

-- What a run has asked a teammate.
create table procedure_questions (
  workspace_id text not null references workspaces (id) on delete cascade,
  run_id bigint not null,
  step_id text not null,
  conversation_id bigint not null,
  expires_at bigint not null,
  answered_at bigint,
  answered_by bigint,
  created_at bigint not null,
  primary key (workspace_id, run_id, step_id),
  foreign key (workspace_id, run_id) references procedure_runs (workspace_id, id) on delete cascade
);
create index procedure_questions_conversation_idx on procedure_questions (workspace_id, conversation_id, step_id);

-- Conversations on channels of the customer's own, by the ids they have there.
create table channel_conversations (
  workspace_id text not null references workspaces (id) on delete cascade,
  external_id text not null,
  conversation_id bigint not null,
  created_at bigint not null,
  primary key (workspace_id, external_id),
  foreign key (workspace_id, conversation_id) references conversations (workspace_id, id) on delete cascade
);
create index channel_conversations_conversation_idx on channel_conversations (workspace_id, conversation_id);

-- What such channels have reported, so that a report counts once.
create table channel_events (
  workspace_id text not null references workspaces (id) on delete cascade,
  event_id text not null,
  external_conversation_id text not null,
  conversation_id bigint not null,
  external_contact_id text not null,
  contact_id text not null,
  created_at bigint not null,
  primary key (workspace_id, event_id)
);
