import type { AnswerOf, Call } from '@guichet/contract/operation.ts'
import { audiences } from '@guichet/contract/operations/audiences.ts'
import { outboundBanners } from '@guichet/contract/operations/inbox/outbound-banners.ts'
import { outboundNews } from '@guichet/contract/operations/inbox/outbound-news.ts'
import { news } from '@guichet/contract/operations/news.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type Condition, completeOf, type FilterField, type segmentRules } from './filters.ts'
import { PER_PAGE, usePages } from './pages.ts'
import { queryOf } from './query-of.ts'

export type NewsItem = AnswerOf<typeof news.findItem>
export type NewsRequest = Call<typeof news.createItem, unknown>['body']
export type Delivery = AnswerOf<typeof outboundNews.deliver>
export type DeliveryRequest = Call<typeof outboundNews.deliver, unknown>['body']
export type Banner = AnswerOf<typeof outboundBanners.find>
export type BannerRequest = Call<typeof outboundBanners.create, unknown>['body']

/** News items, those changed last first. */
export const useNews = () =>
  usePages([news.listItems.path, 'pages'], async cursor => {
    const page = Number(cursor ?? 1)
    const { data, total_count } = await call(news.listItems, {
      query: { page: String(page), per_page: String(PER_PAGE) },
    })
    const next = page * PER_PAGE < total_count ? String(page + 1) : undefined
    return { rows: data, total: total_count, next }
  })

export const useNewsItem = (id: string) =>
  useQuery({ ...queryOf(news.findItem, { params: { id } }), enabled: id !== NEW })

/** The id in an address of what is still to be made. */
export const NEW = 'new'

/** Whom some items are for, when they go live, and how far they reached, by item. */
export function useDeliveries(ids: string[]): Map<string, Delivery> {
  const { data } = useQuery({
    ...queryOf(outboundNews.deliveries, { query: { ids: ids.join(',') } }),
    enabled: ids.length > 0,
    staleTime: 5000,
  })
  return new Map((data?.data ?? []).map(each => [each.news_item_id, each]))
}

export const useNewsfeeds = () =>
  useQuery({ ...queryOf(news.listFeeds, { query: { per_page: '150' } }), staleTime: 60_000 }).data?.data ?? []

/** Saves an item, and what the public API does not know of it. Returns it. */
export function useSaveNews() {
  const refresh = useRefreshNews()
  return useMutation({
    mutationFn: async (of: { id: string; request: NewsRequest; delivery?: DeliveryRequest }) => {
      const { id, request: body, delivery } = of
      const item =
        id === NEW
          ? await call(news.createItem, { body })
          : await call(news.updateItem, { params: { id }, body })
      if (delivery) await call(outboundNews.deliver, { params: { id: item.id }, body: delivery })
      return item
    },
    meta: { failed: t('outbound.saveFailed') },
    onSettled: refresh,
  })
}

export function useDeleteNews() {
  const refresh = useRefreshNews()
  return useMutation({
    mutationFn: (id: string) => call(news.deleteItem, { params: { id } }),
    meta: { failed: t('inbox.actFailed') },
    onSettled: refresh,
  })
}

function useRefreshNews() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [news.listItems, news.findItem, outboundNews.deliveries].map(({ path }) =>
        client.invalidateQueries({ queryKey: [path] }),
      ),
    )
}

/** Makes, renames or deletes a newsfeed. */
export function useChangeFeed() {
  const client = useQueryClient()
  return useMutation<unknown, Error, { name: string } | { id: string; name: string } | { id: string }>({
    mutationFn: async feed => {
      if (!('id' in feed)) return call(outboundNews.createFeed, { body: feed })
      const { id: feedId, ...body } = feed
      const params = { id: feedId }
      return 'name' in body
        ? call(outboundNews.renameFeed, { params, body })
        : call(outboundNews.deleteFeed, { params })
    },
    meta: { failed: t('inbox.actFailed') },
    onSettled: () => client.invalidateQueries({ queryKey: [news.listFeeds.path] }),
  })
}

export const useBanners = () => useQuery(queryOf(outboundBanners.list, {}))

export const useBanner = (id: string) =>
  useQuery({ ...queryOf(outboundBanners.find, { params: { id } }), enabled: id !== NEW })

/** What is done with banners. */
export function useActOnBanner() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (act: { id: string; save?: BannerRequest; turn?: 'start' | 'stop' | 'delete' }) => {
      const { save: body, turn } = act
      const saved = body && (await saveBanner(act.id, body))
      const id = saved?.id ?? act.id
      const params = { id }
      if (turn === 'delete') await call(outboundBanners.delete, { params })
      if (turn === 'start') return call(outboundBanners.start, { params })
      if (turn === 'stop') return call(outboundBanners.stop, { params })
      return saved
    },
    meta: { failed: t('outbound.saveFailed') },
    onSettled: () =>
      Promise.all(
        [outboundBanners.list, outboundBanners.find].map(({ path }) =>
          client.invalidateQueries({ queryKey: [path] }),
        ),
      ),
  })
}

const saveBanner = (id: string, body: BannerRequest) =>
  id === NEW ? call(outboundBanners.create, { body }) : call(outboundBanners.update, { params: { id }, body })

export const useAudiences = () =>
  useQuery({ ...queryOf(audiences.list, {}), staleTime: 30_000 }).data?.data ?? []

export function useCreateAudience() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (of: { name: string } & Rules) => call(audiences.create, { body: of }),
    meta: { failed: t('outbound.saveFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [audiences.list.path] }),
  })
}

/** How many people some rules hold for now. */
export function useAudienceSize(rules: Rules): number | undefined {
  const { data } = useQuery({
    queryKey: [outboundBanners.audienceSize.path, rules],
    queryFn: () => call(outboundBanners.audienceSize, { body: rules }),
    enabled: rules.predicates.length + rules.role_predicates.length > 0,
  })
  return data?.count
}

/** Whom something is for, where it is for some: the rules of a segment that nobody has to keep. */
export type Aim = ReturnType<typeof segmentRules>

/** How many people something is for now, or why it can be for none. */
export function useAimSize(aim: Record<string, unknown>) {
  const hasRules = !Array.isArray(aim['value']) || aim['value'].length > 0
  return useQuery({
    queryKey: [outboundBanners.aimSize.path, aim],
    queryFn: () => call(outboundBanners.aimSize, { body: { aim } }),
    enabled: hasRules,
    ...(hasRules && { placeholderData: keepPreviousData }),
    retry: false,
  })
}

type Predicate = AnswerOf<typeof audiences.find>['predicates'][number]

export interface Rules {
  predicates: Predicate[]
  role_predicates: Predicate[]
}

const COMPARISONS = {
  contains: 'contains',
  lacks: 'not_contains',
  is: 'eq',
  isNot: 'ne',
  starts: 'starts_with',
  ends: 'ends_with',
  known: 'known',
  unknown: 'unknown',
  above: 'gt',
  below: 'lt',
  after: 'gt',
  before: 'lt',
  within: 'gt',
  longerAgo: 'lt',
} as const satisfies Record<Condition['is'], string>

/** The rules of an audience by the conditions of a filter: each has to hold; of roles that one is in, one. */
export function rulesOf(where: Condition[], fields: readonly FilterField[]): Rules {
  const all = completeOf(where).flatMap(({ field: name, is, value }) => {
    const field = fields.find(each => each.name === name)
    if (!field) return []
    const isAgo = is === 'within' || is === 'longerAgo'
    const written =
      field.kind === 'date' && !isAgo && is !== 'known' && is !== 'unknown'
        ? String(Math.floor(new Date(`${value}T00:00`).getTime() / 1000))
        : value
    const type = isAgo ? 'relative' : field.kind === 'number' || field.numeric ? 'integer' : field.kind
    return [{ attribute: name, type, comparison: COMPARISONS[is], value: written }]
  })
  const isRole = ({ attribute, comparison }: Predicate) => attribute === 'role' && comparison === 'eq'
  return { predicates: all.filter(each => !isRole(each)), role_predicates: all.filter(isRole) }
}
