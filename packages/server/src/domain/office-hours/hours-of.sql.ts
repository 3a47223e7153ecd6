import { sql } from 'kysely'
import type { OfficeHours } from './worked-time.ts'

/**
 * The office hours that hold for the team of a column, for a select: the team's own, else those the workspace made
 * first. Null where there are none. Without a column, those of the workspace.
 */
export const hoursOf = (workspaceId: string, teamColumn: string | null) =>
  sql<OfficeHours | null>`(
    select json_build_object(
      'time_zone_name', schedule.time_zone_name,
      'time_intervals', schedule.time_intervals,
      'exceptions', coalesce((
        select json_agg(json_build_object(
          'date', exception_date, 'time_intervals', coalesce(day.time_intervals, '[]'), 'recurring', recurring_annually
        ))
        from office_hours_exceptions day
        where day.workspace_id = ${workspaceId} and day.office_hours_schedule_id = schedule.id
      ), '[]'))
    from office_hours_schedules schedule
    where schedule.workspace_id = ${workspaceId}
    order by schedule.id = (
      select office_hours_schedule_id from teams its
      where its.workspace_id = ${workspaceId} and its.id = ${teamColumn === null ? sql`null` : sql.ref(teamColumn)}
    ) desc nulls last, schedule.id
    limit 1
  )`
