-- Deliveries are tried for up to three days, and read the log for it.
alter table event_streams add constraint event_streams_kept_days_check check (kept_days >= 7);
