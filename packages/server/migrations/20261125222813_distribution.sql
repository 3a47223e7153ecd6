-- How conversations of a team find somebody of it: docs/assignment.md.
alter table teams add column office_hours_only boolean not null default false;
alter table admins add column assignment_limit integer check (assignment_limit >= 0);

-- Whose turn it is: whoever has the lowest number was given something the longest ago, or never.
alter table team_members add column last_turn bigint not null default 0;
insert into telling.unseen (table_name, column_name) values ('team_members', 'last_turn');

-- What waits for somebody of a team, in the order in which it is given; and what is open with somebody.
create index conversations_waiting_in_team_idx on conversations (
  workspace_id, team_assignee_id,
  array_position(array['urgent', 'high', 'medium', 'low', 'none'], priority),
  coalesce(waiting_since, team_assigned_at, created_at), id
) where state = 'open' and admin_assignee_id is null and team_assignee_id is not null and archived_at is null;
create index conversations_open_with_idx on conversations (workspace_id, admin_assignee_id)
  where state = 'open' and admin_assignee_id is not null and archived_at is null;

-- Workspaces in which something waits, to be looked at once the time has come.
create sequence distribution_due_id_seq;
create table distribution_due (
  workspace_id text not null references workspaces (id) on delete cascade,
  id bigint not null default nextval('distribution_due_id_seq'),
  due_at bigint not null,
  primary key (workspace_id, id)
);
create index distribution_due_at_idx on distribution_due (due_at);
insert into telling.silent (table_name, reason) values ('distribution_due', 'Machinery: no answer shows what is in it.');
