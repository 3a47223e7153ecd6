import type { DeletedConversationList } from '@guichet/contract/models/deleted-conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadDeletedConversations } from './conversation-removal.policy.ts'
import { selectDeleted } from './conversation-removal.sql.ts'

/** Which conversations were deleted, the latest first unless `order` is `asc`. */
export async function listDeletedConversations(
  tx: Tx,
  actor: Actor,
  query: PageQuery & { order?: string },
): Promise<Static<typeof DeletedConversationList>> {
  mayReadDeletedConversations(actor)
  const page = numberedPage(query, { usual: 20, most: 60 })
  const order = query.order === 'asc' ? 'asc' : 'desc'
  const { rows, total } = await selectDeleted(tx, actor.workspace.id, { page, order })
  return {
    type: 'conversations.list',
    total_count: total,
    pages: numberedPages(actor, '/conversations/deleted', query, page, total),
    conversations: rows.map(row => ({
      type: 'conversation',
      id: String(row.id),
      metrics_retained: row.retain_metrics,
      deleted_at: row.deleted_at,
    })),
  }
}
