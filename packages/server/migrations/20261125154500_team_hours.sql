-- The office hours a team keeps, where they are not the workspace's: those are the first ones it made.
alter table teams
  add column office_hours_schedule_id bigint,
  add constraint teams_office_hours_schedule_fkey
    foreign key (workspace_id, office_hours_schedule_id) references office_hours_schedules (workspace_id, id)
    on delete set null (office_hours_schedule_id);
create index teams_office_hours_schedule_idx on teams (workspace_id, office_hours_schedule_id)
  where office_hours_schedule_id is not null;
