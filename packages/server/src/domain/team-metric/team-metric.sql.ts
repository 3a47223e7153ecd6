import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What some admins have in hand: conversations open, those of them nothing happened in for a while, and those snoozed. */
export const countInHand = (
  tx: Tx,
  workspaceId: string,
  { adminIds, idleSince }: { adminIds: number[]; idleSince: number },
) =>
  tx
    .selectFrom('conversations')
    .select('admin_assignee_id')
    .select([
      sql<number>`(count(*) filter (where state = 'open'))::int`.as('open'),
      sql<number>`(count(*) filter (where state = 'open' and updated_at <= ${idleSince}))::int`.as('idle'),
      sql<number>`(count(*) filter (where state = 'snoozed'))::int`.as('snoozed'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('admin_assignee_id', '=', sql<number>`any(${adminIds}::bigint[])`)
    .where('state', '!=', 'closed')
    .where('is_ticket', '=', false)
    .where('archived_at', 'is', null)
    .groupBy('admin_assignee_id')
    .execute()
