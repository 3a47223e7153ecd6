import type { InboxCounts } from '@guichet/contract/models/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations } from '../conversation/index.ts'
import { selectOpenCounts } from './inbox.sql.ts'

type Row = Awaited<ReturnType<typeof selectOpenCounts>>[number]

/** How much is open in each view of whoever asks. */
export async function countInbox(tx: Tx, actor: Actor): Promise<Static<typeof InboxCounts>> {
  mayReadConversations(actor)
  const rows = await selectOpenCounts(tx, actor.workspace.id)
  const sum = (of: (row: Row) => boolean) => rows.filter(of).reduce((total, { count }) => total + count, 0)
  const teamIds = new Set(rows.flatMap(({ team_assignee_id: id }) => id ?? []))
  return {
    type: 'inbox_counts',
    mine: sum(row => row.admin_assignee_id === actor.adminId),
    unassigned: sum(row => row.admin_assignee_id === null && row.team_assignee_id === null),
    all: sum(() => true),
    teams: [...teamIds].map(id => ({
      team_id: String(id),
      count: sum(row => row.team_assignee_id === id),
    })),
  }
}
