import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { ContentAudiences } from '../../db/schema.d.ts'

export type AudiencedType = ContentAudiences['content_type']

export const selectKnownIds = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('audiences')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export const selectOn = (tx: Tx, workspaceId: string, type: AudiencedType, ids: number[]) =>
  tx
    .selectFrom('content_audiences')
    .select(['content_id', 'audience_id'])
    .where('workspace_id', '=', workspaceId)
    .where('content_type', '=', type)
    .where('content_id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('audience_id')
    .execute()

/** Adds every audience to every piece of content; answers which were new. */
export const insertPairs = (tx: Tx, workspaceId: string, type: AudiencedType, pairs: Pair[]) =>
  tx
    .insertInto('content_audiences')
    .values(pairs.map(pair => ({ workspace_id: workspaceId, content_type: type, ...pair })))
    .onConflict(conflict => conflict.doNothing())
    .returning(['content_id', 'audience_id'])
    .execute()

export interface Pair {
  content_id: number
  audience_id: number
}

/** Takes away every audience but some; answers which went. */
export const deletePairs = (
  tx: Tx,
  workspaceId: string,
  of: { type: AudiencedType; ids: number[]; keep: number[] },
) =>
  tx
    .deleteFrom('content_audiences')
    .where('workspace_id', '=', workspaceId)
    .where('content_type', '=', of.type)
    .where('content_id', '=', sql<number>`any(${of.ids}::bigint[])`)
    .where('audience_id', '!=', sql<number>`all(${of.keep}::bigint[])`)
    .returning(['content_id', 'audience_id'])
    .execute()
