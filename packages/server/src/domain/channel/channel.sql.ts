import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** When a messenger was last open, and how many people had one open since a moment. */
export const selectMessengerUse = (
  tx: Tx,
  workspaceId: string,
  since: number,
): Promise<{ last_seen_at: number | null; people: number }> =>
  tx
    .selectFrom('messenger_sessions')
    .select([
      sql<number | null>`max(last_seen_at)`.as('last_seen_at'),
      sql<number>`(count(distinct contact_id) filter (where last_seen_at >= ${since}))::int`.as('people'),
    ])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()

/** What waits to leave, and what became of the rest since a moment. */
export const selectOutbox = (tx: Tx, workspaceId: string, since: number) =>
  tx
    .selectFrom('outgoing_messages')
    .select([
      sql<number>`(count(*) filter (where status = 'pending'))::int`.as('waiting'),
      sql<number>`(count(*) filter (where status = 'sent' and settled_at >= ${since}))::int`.as('sent'),
      sql<number>`(count(*) filter (where status = 'failed' and settled_at >= ${since}))::int`.as('failed'),
      sql<number>`(count(*) filter (where status = 'kept' and settled_at >= ${since}))::int`.as('kept'),
      sql<string | null>`(array_agg(error order by id desc) filter (where status = 'failed'))[1]`.as(
        'last_fault',
      ),
    ])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirstOrThrow()
