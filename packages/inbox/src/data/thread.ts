import type { ConversationPartPage } from '@guichet/contract/models/conversation-part.ts'
import { conversationExtras } from '@guichet/contract/operations/conversation-extras.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { infiniteQueryOptions, type QueryClient, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from './client.ts'
import type { Conversation, Part } from './conversations.ts'

/** So many come at a time. */
const PAGE = 60

/** Where a page begins or ends; the oldest are those that no place is named for. */
interface Place {
  around?: string
  starting_after?: string
  ending_before?: string
}

/** A stretch of a conversation around one of its parts, as far as it has been read both ways. */
function stretchQuery(id: string, around: string) {
  const begin: Place = around === '0' ? {} : { around }
  return infiniteQueryOptions({
    queryKey: [conversationExtras.listParts.path, id, around],
    queryFn: ({ pageParam, signal }): Promise<Static<typeof ConversationPartPage>> =>
      call(conversationExtras.listParts, {
        ...{ params: { id }, query: { ...pageParam, per_page: String(PAGE) }, signal },
      }),
    initialPageParam: begin,
    getNextPageParam: ({ pages }): Place | null => pages.next,
    getPreviousPageParam: ({ pages }): Place | null => pages.prev,
    // What is new comes with the conversation; of what is old, only what is redacted changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Some of what was read of long ago is not as it was any more. */
export const forgetStretches = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: [conversationExtras.listParts.path] })

/** A side of what is shown at which there is more: what comes when one gets there. */
export interface Edge {
  isBusy: boolean
  isFailed: boolean
  reach: () => void
}

export interface ThreadParts {
  /** One after the other, without a gap. */
  parts: Part[]
  /** What is older or newer than those; not there where nothing is. */
  older?: Edge
  newer?: Edge
  /** Whether the part that was looked for is not in the conversation. */
  isGone: boolean
}

/**
 * What is shown of a conversation: its newest parts, which come with it, and before them as many as have been scrolled to. One that is
 * opened at an older part shows what is around that, until one has read on to the newest.
 */
export function useThread(conversation: Conversation, found: number | undefined): ThreadParts {
  const { newest, isWhole } = newestOf(conversation)
  const first = newest[0]?.id
  const isOld = found !== undefined && !isWhole && first !== undefined && found < Number(first)
  const [reached, setReached] = useState<string>()
  const around = isOld ? String(found) : reached
  const query = useInfiniteQuery({
    ...stretchQuery(conversation.id, around ?? ''),
    enabled: around !== undefined,
  })
  const stretch = query.data?.pages.flatMap(page => page.data) ?? []
  const meets = !query.hasNextPage || Number(stretch.at(-1)?.id) >= Number(first)
  const isMet = useMet(around, {
    meets: query.data !== undefined && meets,
    from: isOld ? undefined : reached,
  })
  const { hasNextPage, isFetching, fetchNextPage } = query
  // The newest move on while one reads: what they leave behind them is fetched.
  const leavesGap = isMet && query.data !== undefined && !meets && hasNextPage && !isFetching
  useEffect(() => {
    if (leavesGap) void fetchNextPage()
  }, [leavesGap, fetchNextPage])
  const isFailed = query.isError && !query.isFetching
  const edge = (isBusy: boolean, reach: () => unknown): Edge => ({
    ...{ isBusy, isFailed },
    reach: () => void (query.isError && !query.data ? query.refetch() : reach()),
  })
  const isBegun = query.data ? !query.hasPreviousPage : isWhole
  const parts = isMet ? [...stretch.filter(({ id }) => Number(id) < Number(first)), ...newest] : stretch
  return {
    parts,
    ...(!isBegun && {
      older: edge(query.isFetchingPreviousPage || query.isLoading, () =>
        around === undefined ? setReached(first) : query.fetchPreviousPage(),
      ),
    }),
    ...(!isMet && { newer: edge(query.isFetchingNextPage || query.isLoading, fetchNextPage) }),
    isGone: isGone(parts, found, query.isFetching || query.isError),
  }
}

/** No more parts than this come with a conversation. */
const MOST = 500

/** The newest parts, and whether those are all there are. */
function newestOf({ conversation_parts }: Conversation): { newest: Part[]; isWhole: boolean } {
  const newest = conversation_parts?.conversation_parts ?? []
  return { newest, isWhole: newest.length < MOST || (conversation_parts?.total_count ?? 0) <= newest.length }
}

/** Whether a stretch has met the newest parts: once it has, both are shown, whatever comes. One that was begun at them always has. */
function useMet(
  around: string | undefined,
  { meets, from }: { meets: boolean; from: string | undefined },
): boolean {
  const [met, setMet] = useState<string>()
  if (meets && around !== undefined && met !== around) setMet(around)
  return around === undefined || around === from || met === around
}

const isGone = (parts: Part[], found: number | undefined, isAsking: boolean): boolean =>
  found !== undefined && found !== 0 && !isAsking && !parts.some(({ id }) => id === String(found))
