import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { Interval } from './intervals.ts'

const COLUMNS = [
  ...(['id', 'office_hours_schedule_id', 'exception_date', 'exception_type', 'name'] as const),
  ...(['time_intervals', 'recurring_annually', 'created_at', 'updated_at'] as const),
] as const

export type ExceptionRow = Awaited<ReturnType<typeof selectExceptions>>[number]

/** The exceptions of a schedule by their dates; just one of them where an id is given. */
export const selectExceptions = (tx: Tx, workspaceId: string, scheduleId: number, id?: number) =>
  tx
    .selectFrom('office_hours_exceptions')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('office_hours_schedule_id', '=', scheduleId)
    .$if(id !== undefined, query => query.where('id', '=', id ?? 0))
    .orderBy('exception_date')
    .execute()

export interface ExceptionFields {
  exception_date: string
  exception_type: 'closed' | 'custom_hours'
  name: string | null
  time_intervals: Interval[] | null
  recurring_annually: boolean
}

const written = ({ time_intervals, ...fields }: ExceptionFields) => ({
  ...fields,
  time_intervals: time_intervals && json(time_intervals),
})

export const insertException = (tx: Tx, actor: Actor, scheduleId: number, fields: ExceptionFields) =>
  tx
    .insertInto('office_hours_exceptions')
    .values({
      ...{ workspace_id: actor.workspace.id, office_hours_schedule_id: scheduleId, ...written(fields) },
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateExceptionRow = (tx: Tx, actor: Actor, id: number, fields: ExceptionFields) =>
  tx
    .updateTable('office_hours_exceptions')
    .set({ ...written(fields), updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export async function deleteExceptionRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('office_hours_exceptions')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}
