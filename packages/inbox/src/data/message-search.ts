import type { MessageHit } from '@guichet/contract/models/message-hit.ts'
import {
  messageSearch,
  type SearchMessagesRequest,
} from '@guichet/contract/operations/inbox/message-search.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from './client.ts'

export type Hit = Static<typeof MessageHit>

/** What is looked for and where, as the address keeps it. Days are `2026-11-25`, by the calendar of the reader. */
export interface MessagesAsked {
  words?: string
  state?: 'open' | 'snoozed' | 'closed'
  admin?: string
  team?: string
  tag?: string
  by?: 'customers' | 'team' | 'notes'
  author?: string
  from?: string
  to?: string
}

const STATES = ['open', 'snoozed', 'closed'] as const
const WRITERS = ['customers', 'team', 'notes'] as const

/** Reads what the address says; what makes no sense there is passed over. */
export function messagesAskedOf(search: Record<string, unknown>): MessagesAsked {
  const text = (name: keyof MessagesAsked) => {
    const value = search[name]
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  const state = STATES.find(each => each === search['state'])
  const by = WRITERS.find(each => each === search['by'])
  return {
    ...Object.assign({}, ...(['words', 'admin', 'team', 'tag', 'author', 'from', 'to'] as const).map(text)),
    ...(state && { state }),
    ...(by && { by }),
  }
}

/** Messages that hold the words, as far as they have been scrolled. What was found before stays while one types on. */
export function useMessageSearch(asked: MessagesAsked) {
  const query = useInfiniteQuery({
    queryKey: [messageSearch.search.path, asked],
    queryFn: ({ pageParam, signal }) =>
      call(messageSearch.search, { body: requestOf(asked, pageParam), signal }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.pages.next?.starting_after,
    placeholderData: keepPreviousData,
    enabled: (asked.words ?? '').trim() !== '',
  })
  return { ...query, hits: query.data?.pages.flatMap(page => page.data) ?? [] }
}

const requestOf = (asked: MessagesAsked, after: string | null): Static<typeof SearchMessagesRequest> => ({
  words: asked.words ?? '',
  ...(asked.state && { state: asked.state }),
  ...(asked.by && { written_by: asked.by }),
  ...(asked.admin && { admin_assignee_id: asked.admin }),
  ...(asked.team && { team_assignee_id: asked.team }),
  ...(asked.tag && { tag_id: asked.tag }),
  ...(asked.author && { author_id: asked.author }),
  ...(asked.from && { since: beginningOf(asked.from, 0) }),
  // Through the whole of its last day.
  ...(asked.to && { until: beginningOf(asked.to, 1) }),
  pagination: { starting_after: after },
})

function beginningOf(day: string, later: number): number {
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + later)
  return Math.floor(at.getTime() / 1000)
}
