-- What tables of mail, mentions and imports tell: docs/events.md.
insert into telling.objects (table_name, object_type, object_id) values
  ('mail_deliveries', $$'conversation'$$, 'r.conversation_id::text'),
  ('mentions', $$'conversation'$$, 'r.conversation_id::text');

insert into telling.silent (table_name, reason)
select name, 'Machinery: no answer shows what is in it.' from unnest('{mail_keys,mail_due}'::text[]) as name
union all
select name, 'Written with the part of a conversation, of which a topic tells.' from unnest('{mail_messages,mail_parts}'::text[]) as name
union all
select 'csv_import_rejects', 'Written with what their import has counted, which tells of itself.';

insert into telling.unseen (table_name, column_name)
select 'mailboxes', name from unnest('{uid_validity,last_uid,stuck_uid,stuck_times,next_look_at,looked_at}'::text[]) as name
union all
select 'incoming_mails', name from unnest('{attempts,next_attempt_at}'::text[]) as name
union all
select 'csv_imports', 'leased_until';
