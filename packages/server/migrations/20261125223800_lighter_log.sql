-- What every write of the server pays for: a look at the workspace for each event that comes into the inbox and again into the log, and an
-- index of topics, which every reader can do without, as it reads a stretch of the log in order.
drop index event_log_topic_idx;
alter table event_inbox drop constraint event_inbox_workspace_id_fkey;
alter table event_log drop constraint event_log_workspace_id_fkey;

-- Events still go with their workspace. It comes last of what a deletion sets off, by its name: a round of sequencing that is under way
-- holds the row of `event_streams`, for which the deletion has waited by then.
create function forget_events() returns trigger language plpgsql as $$
begin
  delete from public.event_inbox where workspace_id = old.id;
  delete from public.event_log where workspace_id = old.id;
  return null;
end
$$;
create trigger zz_forget_events after delete on workspaces for each row execute function forget_events();
