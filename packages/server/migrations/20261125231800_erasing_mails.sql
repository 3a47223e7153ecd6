-- What tells a mail that was taken in, for as long as its server has it: also once its conversation, or all else of it, is gone.
alter table incoming_mails add column fingerprint text;
update incoming_mails i set fingerprint = m.fingerprint from mail_messages m
  where m.workspace_id = i.workspace_id and m.raw_key = i.raw_key and m.fingerprint is not null;
create index incoming_mails_fingerprint_idx on incoming_mails (workspace_id, fingerprint) where fingerprint is not null;

-- The pictures that stand in its words, by their keys in the store of files.
alter table mail_messages add column pictures jsonb not null default '[]';

-- Files that nothing names any more, to be removed once the transaction that says so is over.
create table file_removals (
  workspace_id text not null references workspaces (id) on delete cascade,
  key text not null,
  primary key (workspace_id, key)
);

insert into telling.silent (table_name, reason) values ('file_removals', 'Machinery: no answer shows what is in it.');
insert into telling.unseen (table_name, column_name) values ('incoming_mails', 'fingerprint');
