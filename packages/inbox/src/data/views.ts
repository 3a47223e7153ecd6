import { inbox } from '@guichet/contract/operations/inbox/inbox.ts'
import type { SearchNode } from '@guichet/contract/search.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { LIVE } from './live.ts'
import { useMe } from './me.ts'
import { queryOf } from './query-of.ts'
import { useTeams } from './team.ts'

export const LIST_STATES = ['open', 'snoozed', 'closed'] as const
export type ListState = (typeof LIST_STATES)[number]

/** A way of looking at the inbox: what it is called, and which conversations it holds, in the grammar of searches. */
export interface View {
  id: string
  name: string
  kind: 'own' | 'team'
  query: (state: ListState) => { operator: 'AND'; value: SearchNode[] }
}

const where = (field: string, value: string | number): SearchNode => ({ field, operator: '=', value })

const view = (id: string, name: string, kind: View['kind'], ...conditions: SearchNode[]): View => ({
  ...{ id, name, kind },
  query: state => ({ operator: 'AND', value: [where('state', state), ...conditions] }),
})

/** The views there are: one's own, those without anybody, all, and each team's. */
export function useViews(): View[] {
  const me = useMe()
  return [
    view('mine', t('inbox.viewMine'), 'own', where('admin_assignee_id', Number(me.admin.id))),
    view(
      ...(['unassigned', t('inbox.viewUnassigned'), 'own'] as const),
      ...[where('admin_assignee_id', 0), where('team_assignee_id', 0)],
    ),
    view('all', t('inbox.viewAll'), 'own'),
    ...useTeams().map(({ id, name }) =>
      view(`team-${id}`, name, 'team', where('team_assignee_id', Number(id))),
    ),
  ]
}

/** How many open conversations each view holds. */
export function useCounts(): (view: View) => number {
  const { data } = useQuery({ ...queryOf(inbox.count, {}), ...LIVE.list })
  const counts = new Map<string, number>([
    ...(data ? (['mine', 'unassigned', 'all'] as const).map(id => [id, data[id]] as const) : []),
    ...(data?.teams ?? []).map(({ team_id, count }) => [`team-${team_id}`, count] as const),
  ])
  return ({ id }) => counts.get(id) ?? 0
}
