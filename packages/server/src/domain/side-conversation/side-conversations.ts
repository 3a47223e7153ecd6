import type { SideConversationList } from '@guichet/contract/models/side-conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { numberedPage, type PageQuery } from '../paging.ts'
import { selectOfConversation } from './side-conversation.sql.ts'
import { summarise } from './side-conversation.view.ts'

/** The side conversations of a conversation with their parts, the newest first. 404 for no such conversation. */
export async function listSideConversations(
  tx: Tx,
  actor: Actor,
  { conversationId, query }: { conversationId: string; query: PageQuery },
): Promise<Static<typeof SideConversationList>> {
  mayReadConversations(actor)
  const { id } = await requireConversation(tx, actor, conversationId)
  const page = numberedPage(query, { usual: 25, most: 50 })
  const { rows, total } = await selectOfConversation(tx, actor.workspace.id, { conversationId: id, page })
  return {
    type: 'side_conversation.list',
    side_conversations: await summarise(tx, actor, rows),
    total_count: total,
    pages: {
      ...{ type: 'pages', page: page.page, per_page: page.perPage },
      total_pages: Math.ceil(total / page.perPage),
    },
  }
}
