-- Where a state stands among those of its category; those that nobody has moved stand in the order they were made in.
alter table ticket_states add column position integer not null default 0;
