-- What reports count by: when conversations were last closed, when customers were asked to rate, and what opened and closed them.
create index conversations_closed_idx on conversations (workspace_id, last_close_at) where last_close_at is not null;
create index conversations_rated_idx on conversations (workspace_id, coalesce(rating_requested_at, rating_replied_at))
  where coalesce(rating_requested_at, rating_replied_at) is not null;
create index conversation_parts_turns_idx on conversation_parts (workspace_id, conversation_id, id) include (created_at, part_type)
  where part_type in ('close', 'merged_secondary_conversation', 'open', 'snoozed', 'assign_and_reopen', 'note_and_reopen');
