import { fieldsOf } from '@guichet/contract/fields.ts'
import type { ManagedBanner } from '@guichet/contract/models/managed-banner.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { isAction } from './banner.ts'
import { type ManagedRow, selectBannerReactions, selectDays } from './manage.sql.ts'

type Managed = Static<typeof ManagedBanner>

/** Banners as those see them who make them: what they say, whom they are for, and what happened to them. */
export async function viewManaged(tx: Tx, actor: Actor, rows: ManagedRow[]): Promise<Managed[]> {
  const ids = rows.map(({ id }) => id)
  const [days, reactions] = await Promise.all([
    selectDays(tx, actor.workspace.id, ids),
    selectBannerReactions(tx, actor.workspace.id, ids),
  ])
  const daysOf = Map.groupBy(days, day => day.banner_id)
  const reactionsOf = Map.groupBy(reactions, each => each.banner_id)
  return rows.map(row => ({
    ...{
      type: 'managed_banner',
      id: String(row.id),
      state: row.state,
      title: row.title,
      body: row.body ?? '',
    },
    ...{ style: row.style, position: row.position, show_dismiss_button: row.show_dismiss_button },
    action: isAction(row.action) ? row.action : null,
    audience_id: row.audience_id === null ? null : String(row.audience_id),
    aim: row.aim === null ? null : fieldsOf(row.aim),
    ...{ created_at: row.created_at, updated_at: row.updated_at },
    ...{ started_at: row.started_at, stopped_at: row.stopped_at, people: row.people ?? 0 },
    days: (daysOf.get(row.id) ?? []).map(({ banner_id: _, ...day }) => day),
    reactions: (reactionsOf.get(row.id) ?? [])
      .map(({ reaction, count }) => ({ reaction: reaction ?? '', count }))
      .toSorted((a, b) => b.count - a.count),
  }))
}
