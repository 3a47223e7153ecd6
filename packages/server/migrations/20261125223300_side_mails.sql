-- Mails of side conversations are kept with those of the conversations that they are aside of, by which answers find where they belong.
alter table mail_messages add column side_conversation_id bigint;
alter table mail_messages add foreign key (workspace_id, side_conversation_id)
  references side_conversations (workspace_id, id) on delete cascade;
create index mail_messages_side_idx on mail_messages (workspace_id, side_conversation_id, id)
  where side_conversation_id is not null;
create index mail_messages_side_outgoing_idx on mail_messages (workspace_id, outgoing_id)
  where side_conversation_id is not null;

insert into mail_messages (workspace_id, message_id, direction, conversation_id, side_conversation_id, created_at)
  select workspace_id, thread_key, 'out', conversation_id, id, created_at from side_conversations where thread_key is not null;
alter table side_conversations drop column thread_key;

-- What came with the words, as conversation_parts have it.
alter table side_conversation_parts add column attachments jsonb not null default '[]';
-- Why somebody cannot be reached for good; null where nothing is known against it.
alter table side_conversation_participants add column fault text;
