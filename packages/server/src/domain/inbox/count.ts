import type { InboxCounts } from '@guichet/contract/models/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations } from '../conversation/index.ts'
import { countUnseenMentions } from '../mention/index.ts'
import { selectOpenCounts, selectOpenTags } from './inbox.sql.ts'
import { countViews } from './views.ts'

type Row = Awaited<ReturnType<typeof selectOpenCounts>>[number]

/** How much is open in each view of whoever asks. */
export async function countInbox(tx: Tx, actor: Actor): Promise<Static<typeof InboxCounts>> {
  mayReadConversations(actor)
  const [rows, tags, mentions, views] = await Promise.all([
    selectOpenCounts(tx, actor.workspace.id),
    selectOpenTags(tx, actor.workspace.id, MOST_TAGS),
    countUnseenMentions(tx, actor),
    countViews(tx, actor),
  ])
  const sum = (of: (row: Row) => boolean) => rows.filter(of).reduce((total, { count }) => total + count, 0)
  const teamIds = new Set(rows.flatMap(({ team_assignee_id: id }) => id ?? []))
  return {
    type: 'inbox_counts',
    mine: sum(row => row.admin_assignee_id === actor.adminId),
    unassigned: sum(row => row.admin_assignee_id === null && row.team_assignee_id === null),
    all: sum(() => true),
    mentions,
    teams: [...teamIds].map(id => ({
      team_id: String(id),
      count: sum(row => row.team_assignee_id === id),
    })),
    tags: tags.map(({ id, name, count }) => ({ tag_id: String(id), name, count })),
    views,
  }
}

/** So many fit beside the list. */
const MOST_TAGS = 12
