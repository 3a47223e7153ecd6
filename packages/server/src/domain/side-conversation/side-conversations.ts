import type { SideConversationList } from '@guichet/contract/models/side-conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadConversations, requireConversation } from '../conversation/index.ts'
import { numberedPage, type PageQuery } from '../paging.ts'

/** The side conversations of a conversation: none, as nothing begins any. 404 for no such conversation. */
export async function listSideConversations(
  tx: Tx,
  actor: Actor,
  { conversationId, query }: { conversationId: string; query: PageQuery },
): Promise<Static<typeof SideConversationList>> {
  mayReadConversations(actor)
  await requireConversation(tx, actor, conversationId)
  const { page, perPage } = numberedPage(query, { usual: 25, most: 50 })
  return {
    type: 'side_conversation.list',
    side_conversations: [],
    total_count: 0,
    pages: { type: 'pages', page, per_page: perPage, total_pages: 0 },
  }
}
