import type { AnswerOf } from '@guichet/contract/operation.ts'
import { apps } from '@guichet/contract/operations/inbox/apps.ts'
import {
  type DeliveryQuery,
  type ReplayRequest,
  type SetWebhookRequest,
  webhooks,
} from '@guichet/contract/operations/inbox/webhooks.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { queryOf } from './query-of.ts'

export type Delivery = AnswerOf<typeof webhooks.replayOne>
export type DeliveryDetails = AnswerOf<typeof webhooks.delivery>
export type Topic = AnswerOf<typeof webhooks.topics>['data'][number]

const OFTEN = { refetchInterval: 5_000, staleTime: 0 } as const

export const useTopics = () =>
  useQuery({ ...queryOf(webhooks.topics, {}), staleTime: Number.POSITIVE_INFINITY })

export const useWebhook = (id: string) =>
  useQuery({ ...queryOf(webhooks.find, { params: { id } }), ...OFTEN })

/** Everything that changes where an app is told what. */
export function useChangeWebhook(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: Static<typeof SetWebhookRequest> | 'remove' | 'live') =>
      change === 'remove'
        ? call(webhooks.remove, { params: { id } })
        : change === 'live'
          ? call(webhooks.setLive, { params: { id } })
          : call(webhooks.set, { params: { id }, body: change }),
    onSuccess: webhook => {
      client.setQueryData(queryOf(webhooks.find, { params: { id } }).queryKey, webhook)
      return client.invalidateQueries({ queryKey: [apps.list.path] })
    },
  })
}

export type DeliveryFilter = Partial<
  Pick<Static<typeof DeliveryQuery>, 'app_id' | 'status' | 'topic' | 'object_type' | 'object_id'>
>

export const useDeliveries = (filter: DeliveryFilter) =>
  useInfiniteQuery({
    queryKey: [webhooks.deliveries.path, filter],
    queryFn: ({ pageParam, signal }) =>
      call(webhooks.deliveries, {
        query: { ...filter, per_page: 50, ...(pageParam !== null && { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    ...OFTEN,
  })

export const useDeliveryCounts = () => useQuery({ ...queryOf(webhooks.statistics, {}), ...OFTEN })

export const useDelivery = (id: string) =>
  useQuery({ ...queryOf(webhooks.delivery, { params: { id } }), ...OFTEN })

function useTelling<V, A>(tell: (of: V) => Promise<A>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: tell,
    meta: { failed: t('developer.failed') },
    onSuccess: () =>
      Promise.all(
        [webhooks.deliveries.path, webhooks.statistics.path].map(path =>
          client.invalidateQueries({ queryKey: [path] }),
        ),
      ),
  })
}

export const useTestWebhook = () => useTelling((id: string) => call(webhooks.test, { params: { id } }))

/** Makes deliveries again, one after another. */
export const useReplayDeliveries = () =>
  useTelling(async (ids: string[]) => {
    for (const id of ids) await call(webhooks.replayOne, { params: { id } })
    return ids.length
  })

export const useReplay = () =>
  useTelling((body: Static<typeof ReplayRequest>) => call(webhooks.replay, { body }))
