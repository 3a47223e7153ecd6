import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

/** Every banner, those changed last first, each with what happened to it. */
export const selectBanners = (tx: Tx, workspaceId: string, id?: number) =>
  tx
    .selectFrom('banners')
    .selectAll('banners')
    .select(banner =>
      banner
        .selectFrom('banner_views')
        .select(sql<number>`count(*)::int`.as('people'))
        .where('banner_views.workspace_id', '=', workspaceId)
        .whereRef('banner_views.banner_id', '=', 'banners.id')
        .as('people'),
    )
    .where('banners.workspace_id', '=', workspaceId)
    .$if(id !== undefined, query => query.where('banners.id', '=', id ?? 0))
    .orderBy('banners.updated_at', 'desc')
    .orderBy('banners.id', 'desc')
    .limit(MOST)
    .execute()

const MOST = 500

export type ManagedRow = Awaited<ReturnType<typeof selectBanners>>[number]

/** What happened to some banners, by day. */
export const selectDays = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('banner_days')
    .select(['banner_id', 'day', 'impressions', 'dismissals', 'clicks'])
    .where('workspace_id', '=', workspaceId)
    .where('banner_id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('day')
    .execute()

/** How often each reaction to a banner was given. */
export const selectBannerReactions = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('banner_views')
    .select(['banner_id', 'reaction', sql<number>`count(*)::int`.as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('banner_id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('reaction', 'is not', null)
    .groupBy(['banner_id', 'reaction'])
    .execute()

/** What can be said of a banner. */
export interface BannerPatch {
  title?: string | null
  body?: string
  style?: string
  position?: string
  show_dismiss_button?: boolean
  action?: object | null
  audience_id?: number | null
  aim?: object | null
  state?: 'draft' | 'live' | 'stopped'
  started_at?: number
  stopped_at?: number | null
}

export async function insertBanner(
  tx: Tx,
  actor: Actor,
  { action, aim, ...row }: BannerPatch,
): Promise<number> {
  const { id } = await tx
    .insertInto('banners')
    .values({
      ...{ state: 'draft', ...row, ...(action && { action: json(action) }) },
      ...(aim && { aim: json(aim) }),
      ...{ workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateBannerRow(
  tx: Tx,
  actor: Actor,
  id: number,
  { action, aim, ...patch }: BannerPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('banners')
    .set({
      ...{ ...patch, updated_at: actor.now },
      ...(action !== undefined && { action: action === null ? null : json(action) }),
      ...(aim !== undefined && { aim: aim === null ? null : json(aim) }),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteBannerRow(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('banners')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
