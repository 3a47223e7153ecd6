import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What the log of events says about contacts coming, going and becoming others; oldest first. */
export const selectActivities = (
  tx: Tx,
  workspaceId: string,
  { topics, after, limit }: { topics: string[]; after: number; limit: number },
) =>
  tx
    .selectFrom('event_log')
    .select(['sequence', 'id', 'topic', 'object_id', 'created_at'])
    .select([
      sql<string | null>`payload ->> 'role'`.as('role'),
      sql<string | null>`payload ->> 'external_id'`.as('external_id'),
      sql<string | null>`payload -> 'merged_from' ->> 'id'`.as('merged_from'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('topic', '=', sql<string>`any(${topics}::text[])`)
    .where('sequence', '>', after)
    .orderBy('sequence')
    .limit(limit)
    .execute()

export type ActivityRow = Awaited<ReturnType<typeof selectActivities>>[number]
