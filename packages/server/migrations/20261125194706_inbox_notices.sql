-- Whether anything waits of which only the last is kept: see `moveToLog`. Nothing else is in it.
create index event_inbox_notices_idx on event_inbox (workspace_id, id) where topic in ('object.changed', 'object.deleted');
