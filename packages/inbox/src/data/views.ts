import type { InboxView } from '@guichet/contract/models/inbox-view.ts'
import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import { inboxViews } from '@guichet/contract/operations/inbox/inbox-views.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { SearchNode } from '@guichet/contract/search.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { LIVE } from './live.ts'
import { useMe } from './me.ts'
import { queryOf } from './query-of.ts'
import { asOfNow } from './rules.ts'
import { useTags } from './tags.ts'
import { useTeamsQuery } from './team.ts'

export const LIST_STATES = ['open', 'snoozed', 'closed'] as const
export type ListState = (typeof LIST_STATES)[number]

export const LIST_SORTS = ['newest', 'oldest', 'waiting', 'priority'] as const
export type ListSort = (typeof LIST_SORTS)[number]

/** The orders of a list as searches say them. */
export const SORTS = {
  newest: { field: 'updated_at', order: 'descending' },
  oldest: { field: 'updated_at', order: 'ascending' },
  waiting: { field: 'waiting_since', order: 'ascending' },
  priority: { field: 'priority', order: 'descending' },
} as const satisfies Record<ListSort, object>

/** A view that a teammate keeps. */
export type KeptView = Static<typeof InboxView>

/** A way of looking at the inbox: what it is called, and which conversations it holds, in the grammar of searches. */
export interface View {
  id: string
  name: string
  kind: 'own' | 'team' | 'tag' | 'kept'
  sort: ListSort
  /** Changes with what the view holds. */
  version: number
  kept?: KeptView
  query: (state: ListState) => { operator: 'AND'; value: SearchNode[] }
}

const where = (field: string, value: string | number): SearchNode => ({ field, operator: '=', value })

const view = (id: string, name: string, kind: View['kind'], ...conditions: SearchNode[]): View => ({
  ...{ id, name, kind, sort: 'newest', version: 0 },
  query: state => ({ operator: 'AND', value: [where('state', state), ...conditions] }),
})

const keptView = (kept: KeptView): View => ({
  ...{
    id: `view-${kept.id}`,
    name: kept.name,
    kind: 'kept',
    sort: kept.sort,
    version: kept.updated_at,
    kept,
  },
  query: state => ({ operator: 'AND', value: [where('state', state), ...asOfNow(kept.rules)] }),
})

export const keptViewsQuery = { ...queryOf(inboxViews.list, {}), staleTime: 60_000 }

/** The views there are: one's own, those without anybody, all, each team's, each tag's, and those that are kept. */
export function useViews(): { views: View[]; isPending: boolean } {
  const me = useMe()
  const teams = useTeamsQuery()
  const kept = useQuery(keptViewsQuery)
  const tags = useTags()
  const own = Number(me.admin.id)
  return {
    isPending: teams.isPending || kept.isPending,
    views: [
      view('mine', t('inbox.viewMine'), 'own', where('admin_assignee_id', own)),
      view('mentions', t('inbox.viewMentions'), 'own', where('mentioned_admin_ids', own)),
      view(
        ...(['unassigned', t('inbox.viewUnassigned'), 'own'] as const),
        ...[where('admin_assignee_id', 0), where('team_assignee_id', 0)],
      ),
      view('all', t('inbox.viewAll'), 'own'),
      ...(kept.data?.data ?? []).map(keptView),
      ...(teams.data?.teams ?? []).map(({ id, name }) =>
        view(`team-${id}`, name, 'team', where('team_assignee_id', Number(id))),
      ),
      ...tags.map(({ id, name }) => view(`tag-${id}`, name, 'tag', where('tag_ids', id))),
    ],
  }
}

/** How many open conversations each view holds; of mentions, how many one has not looked at. */
export function useCounts(): (view: View) => number {
  const { data } = useQuery({ ...queryOf(inbox.count, {}), ...LIVE.list })
  const counts = new Map<string, number>([
    ...(data ? (['mine', 'unassigned', 'all', 'mentions'] as const).map(id => [id, data[id]] as const) : []),
    ...(data?.teams ?? []).map(({ team_id, count }) => [`team-${team_id}`, count] as const),
    ...(data?.tags ?? []).map(({ tag_id, count }) => [`tag-${tag_id}`, count] as const),
    ...(data?.views ?? []).map(({ view_id, count }) => [`view-${view_id}`, count] as const),
  ])
  return ({ id }) => counts.get(id) ?? 0
}
