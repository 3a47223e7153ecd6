import type { Conversation } from '@guichet/contract/models/conversation.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Searchable } from '../../db/search/fields.ts'
import { type IdPage, type Order, pageOfIds } from '../../db/search/page.ts'
import { searchPage } from '../../db/search/search-page.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadConversations } from './conversation.policy.ts'
import { conversationSearchable } from './conversation.search.ts'
import { listedConversations } from './conversation.sql.ts'
import { viewConversations } from './conversation.view.ts'

const SIZE = { usual: 20, most: 150 }

const NEWEST_CHANGE: Order = {
  column: 'conversations.updated_at',
  columnType: 'bigint',
  id: 'conversations.id',
  idType: 'bigint',
  direction: 'desc',
}

interface Extras {
  include_monitors?: boolean
  include_scorecards?: boolean
}

/** One page of conversations, the latest changed first. */
export async function listConversations(
  tx: Tx,
  actor: Actor,
  query: Extras & { per_page?: string; starting_after?: string },
) {
  mayReadConversations(actor)
  const asked = {
    endpoint: 'conversations',
    perPage: perPage(query.per_page, SIZE),
    startingAfter: query.starting_after,
  }
  const page = await pageOfIds<number>(tx, listedConversations(tx, actor.workspace.id), NEWEST_CHANGE, asked)
  return answer(tx, actor, page, query)
}

/** One page of the conversations that a query tree describes, the latest changed first unless it asks otherwise. */
export async function searchConversations(
  tx: Tx,
  actor: Actor,
  {
    request,
    extras,
    searchable = conversationSearchable(tx, actor),
  }: {
    request: Static<typeof SearchRequest>
    extras: Extras
    /** What can be asked for, where that is more than usual. */
    searchable?: Searchable
  },
) {
  mayReadConversations(actor)
  const page = await searchPage<number, 'conversations'>({ tx, actor }, request, {
    searchable,
    listed: condition => listedConversations(tx, actor.workspace.id, condition),
    order: NEWEST_CHANGE,
    endpoint: 'conversations/search',
    perPage: asked => perPage(asked, SIZE),
  })
  return answer(tx, actor, page, extras)
}

async function answer(tx: Tx, actor: Actor, page: IdPage<number>, extras: Extras) {
  const conversations: Static<typeof Conversation>[] = await viewConversations(tx, actor, page.ids, {
    parts: 'none',
    monitors: extras.include_monitors,
    scorecards: extras.include_scorecards,
  })
  return {
    type: 'conversation.list' as const,
    pages: cursorPages(page.page, page.perPage, page.total, page.next),
    total_count: page.total,
    conversations,
  }
}
