import type { AnswerOf } from '@guichet/contract/operation.ts'
import { type RequestQuery, requests } from '@guichet/contract/operations/inbox/requests.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type LoggedRequest = AnswerOf<typeof requests.list>['data'][number]
export type VersionInUse = AnswerOf<typeof requests.versions>['data'][number]

const OFTEN = { refetchInterval: 3_000, staleTime: 0 } as const

export type RequestFilter = Partial<
  Pick<Static<typeof RequestQuery>, 'status' | 'method' | 'path' | 'app_id' | 'version' | 'since'>
>

/** What clients asked, the newest first, as it comes. */
export const useRequests = (filter: RequestFilter) =>
  useInfiniteQuery({
    queryKey: [requests.list.path, filter],
    queryFn: ({ pageParam, signal }) =>
      call(requests.list, {
        query: { ...filter, per_page: 50, ...(pageParam !== null && { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    ...OFTEN,
  })

export const useRequestCounts = () => useQuery({ ...queryOf(requests.statistics, {}), ...OFTEN })

export const useVersions = (to: string) => useQuery(queryOf(requests.versions, { query: { to } }))
