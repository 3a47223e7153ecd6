-- The archived are listed the newest first, as the others are.
create index contacts_archived_idx on contacts (workspace_id, created_at desc, id desc)
  where role <> 'visitor' and merged_into is null and archived_at is not null;
