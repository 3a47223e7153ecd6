-- Files that go with a mail: {files: [{key, name, type, size, cid}], linked: {html, plain}}. The second is the mail with links in their
-- place, for servers that find it too large.
alter table outgoing_messages add column enclosed jsonb;
