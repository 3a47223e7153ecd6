import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { byTime, rowsOfPage } from '../../db/numbered.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'
import type { Activity } from './log-activity.ts'

export interface ActivityRow {
  id: string
  activity_type: string
  activity_description: string | null
  performed_by: unknown
  metadata: unknown
  created_at: number
}

/** Which entries are asked for; both moments are included. */
export interface ActivitiesWanted {
  after: number
  before: number | undefined
  types: string[]
}

export const insertActivity = (
  tx: Tx,
  actor: Actor,
  activity: Activity,
  by: object,
): Promise<{ id: string }> =>
  tx
    .insertInto('activity_logs')
    .values({
      workspace_id: actor.workspace.id,
      activity_type: activity.type,
      activity_description: activity.description,
      performed_by: json(by),
      metadata: json(activity.metadata ?? {}),
      created_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

export const countActivities = (tx: Tx, workspaceId: string, wanted: ActivitiesWanted): Promise<number> =>
  totalOf(tx, activitiesWhere(tx, workspaceId, wanted).select('id'))

/** One page of entries, the newest first. */
export const selectActivities = (
  tx: Tx,
  workspaceId: string,
  wanted: ActivitiesWanted,
  page: NumberedPage,
): Promise<ActivityRow[]> =>
  rowsOfPage(
    activitiesWhere(tx, workspaceId, wanted).select([
      ...(['id', 'activity_type', 'activity_description', 'performed_by', 'metadata', 'created_at'] as const),
    ]),
    byTime('created_at', 'id', 'uuid'),
    page,
  )

const activitiesWhere = (tx: Tx, workspaceId: string, { after, before, types }: ActivitiesWanted) =>
  tx
    .selectFrom('activity_logs')
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '>=', after)
    .$if(before !== undefined, query => query.where('created_at', '<=', before ?? 0))
    .where('activity_type', '=', sql<string>`any(${types}::text[])`)

/** The entries of some ids. */
export const selectActivitiesOf = (tx: Tx, workspaceId: string, ids: string[]): Promise<ActivityRow[]> =>
  tx
    .selectFrom('activity_logs')
    .select(['id', 'activity_type', 'activity_description', 'performed_by', 'metadata', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
