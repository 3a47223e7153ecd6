-- A message in the app stands in the messengers of those it went to, until one of them replies: then its conversation does.
alter table message_recipients add column awaits_reply boolean not null default false;
update message_recipients set awaits_reply = true
  from messages
  where messages.workspace_id = message_recipients.workspace_id and messages.id = message_recipients.message_id
    and messages.message_type = 'inapp' and message_recipients.conversation_id is null;
create index message_recipients_awaiting_idx
  on message_recipients (workspace_id, contact_id, created_at desc, message_id desc) where awaits_reply;
