import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Interval } from './intervals.ts'

const COLUMNS = ['id', 'name', 'time_zone_name', 'time_intervals', 'created_at', 'updated_at'] as const

export interface ScheduleRow {
  id: number
  name: string
  time_zone_name: string
  time_intervals: unknown
  created_at: number
  updated_at: number
}

export interface ScheduleChange {
  name?: string
  time_zone_name?: string
  time_intervals?: Interval[]
}

export const selectSchedules = (tx: Tx, workspaceId: string): Promise<ScheduleRow[]> =>
  tx
    .selectFrom('office_hours_schedules')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .execute()

export const selectSchedule = (tx: Tx, workspaceId: string, id: number): Promise<ScheduleRow | undefined> =>
  tx
    .selectFrom('office_hours_schedules')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export const insertSchedule = (
  tx: Tx,
  actor: Actor,
  { time_intervals, ...schedule }: Required<ScheduleChange>,
): Promise<ScheduleRow> =>
  tx
    .insertInto('office_hours_schedules')
    .values({
      ...{ workspace_id: actor.workspace.id, ...schedule, time_intervals: json(time_intervals) },
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateScheduleRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  { time_intervals, ...change }: ScheduleChange,
): Promise<ScheduleRow | undefined> =>
  tx
    .updateTable('office_hours_schedules')
    .set({
      ...change,
      ...(time_intervals && { time_intervals: json(time_intervals) }),
      updated_at: actor.now,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirst()

/** Deletes a schedule with its exceptions; the name of one that was there. */
export const deleteScheduleRow = (
  tx: Tx,
  workspaceId: string,
  id: number,
): Promise<{ name: string } | undefined> =>
  tx
    .deleteFrom('office_hours_schedules')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
