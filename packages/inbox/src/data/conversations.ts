import type { Conversation as ConversationModel } from '@guichet/contract/models/conversation.ts'
import type { ConversationPart } from '@guichet/contract/models/conversation-part.ts'
import type { InboxItem } from '@guichet/contract/models/inbox.ts'
import type { PartAttachment } from '@guichet/contract/models/part-attachment.ts'
import { conversations } from '@guichet/contract/operations/conversations.ts'
import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { infiniteQueryOptions, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { LIVE } from './live.ts'
import { queryOf } from './query-of.ts'
import { type ListSort, type ListState, SORTS, type View } from './views.ts'

export type Conversation = Static<typeof ConversationModel>
export type Part = Static<typeof ConversationPart>
export type Attachment = Static<typeof PartAttachment>

/** A conversation as a line of a list: with whom it is, and what was said last. */
export type Listed = Static<typeof InboxItem>

const PAGE = 40

export const listQuery = (view: View, state: ListState, sort: ListSort) =>
  infiniteQueryOptions({
    queryKey: [inbox.list.path, view.id, view.version, state, sort],
    queryFn: ({ pageParam, signal }) =>
      call(inbox.list, {
        body: {
          query: view.query(state),
          pagination: { per_page: PAGE, starting_after: pageParam },
          sort: SORTS[sort],
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.pages.next?.starting_after,
  })

/** The list of a view, as far as it has been scrolled. */
export function useList(view: View, state: ListState, sort: ListSort) {
  const query = useInfiniteQuery({ ...listQuery(view, state, sort), ...LIVE.list })
  const pages = query.data?.pages ?? []
  return {
    ...query,
    items: pages.flatMap(page => page.data),
    total: pages[0]?.total_count ?? 0,
  }
}

export const conversationQuery = (id: string) =>
  queryOf(conversations.find, { params: { id }, query: { include_translations: true } })

export const useConversation = (id: string) => useQuery({ ...conversationQuery(id), ...LIVE.conversation })

/** Loads a conversation before it is gone to, so that it shows at once. */
export const prefetchConversation = (client: QueryClient, id: string): Promise<void> =>
  client.prefetchQuery({ ...conversationQuery(id), staleTime: 15_000 })

/**
 * Writes an answer where the conversation is kept, so that all show it at once. Answers to what was done carry the new
 * part alone; the ones that are known stay.
 */
export function keepConversation(client: QueryClient, answer: Conversation): void {
  client.setQueryData(
    conversationQuery(answer.id).queryKey,
    before => before && { ...answer, ...partsOf(before, answer) },
  )
  refreshLists(client)
}

function partsOf(before: Conversation, answer: Conversation): Pick<Conversation, 'conversation_parts'> {
  const known = before.conversation_parts
  const added = answer.conversation_parts?.conversation_parts ?? []
  if (!known) return {}
  const ids = new Set(added.map(({ id }) => id))
  const parts = [...known.conversation_parts.filter(({ id }) => !ids.has(id)), ...added]
  const total_count = known.total_count + parts.length - known.conversation_parts.length
  return { conversation_parts: { ...known, total_count, conversation_parts: parts } }
}

export function refreshLists(client: QueryClient): void {
  for (const { path } of [inbox.list, inbox.count, inbox.findWait, conversations.search])
    void client.invalidateQueries({ queryKey: [path] })
}
