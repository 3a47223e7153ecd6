-- What opened and closed conversations since a moment, without a look at all that are open; and how many are open.
create index conversation_parts_turned_idx on conversation_parts (workspace_id, created_at)
  where part_type in ('close', 'merged_secondary_conversation', 'open', 'snoozed', 'assign_and_reopen', 'note_and_reopen');
create index conversations_open_idx on conversations (workspace_id, is_ticket) where state <> 'closed';
