-- Every write pays for what is kept beside the rows of the inbox, and nobody reads it by anything: a round takes all there is, and an id
-- is drawn once. Keeping its key and its index of notices cost as much as the row.
drop index event_inbox_notices_idx;
alter table event_inbox drop constraint event_inbox_pkey;
-- Without a key, whoever replicates the database by its rows has to be told what a deleted one was.
alter table event_inbox replica identity full;
