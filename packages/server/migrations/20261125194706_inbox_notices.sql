-- Whether anything waits of which only the last is kept: see `moveToLog`. Nothing else is in it.
create index event_inbox_notices_idx on event_inbox (workspace_id, id) where topic in ('object.changed', 'object.deleted');

-- Figures: whoever looks at them sees them as of the moment, and nobody is told of each that is counted.
insert into telling.silent (table_name, reason)
select name, 'Figures that are counted by day, and seen as of the moment.' from unnest('{banner_days,help_searches}'::text[]) as name;
