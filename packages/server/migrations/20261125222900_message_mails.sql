-- What the mail of a message is called, for as long as somebody may answer it.
alter table messages add column mail_key text;
update messages m set mail_key = o.key from outgoing_messages o
  where o.workspace_id = m.workspace_id and o.message_id = m.id and o.channel = 'email' and o.kind = 'message';
create index messages_mail_idx on messages (workspace_id, mail_key) where mail_key is not null;

insert into telling.unseen (table_name, column_name) values ('messages', 'mail_key');
