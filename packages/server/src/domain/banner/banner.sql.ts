import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export type BannerRow = Awaited<ReturnType<typeof selectLive>>[number]

/** The live banners that a contact has not dismissed, the oldest first. */
export const selectLive = (tx: Tx, workspaceId: string, contactId: string) =>
  tx
    .selectFrom('banners')
    .select([
      'id',
      'title',
      'body',
      'style',
      'position',
      'show_dismiss_button',
      'action',
      'audience_id',
      'aim',
    ])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'live')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('banner_views')
            .select(sql`1`.as('one'))
            .where('banner_views.workspace_id', '=', workspaceId)
            .where('banner_views.contact_id', '=', contactId)
            .where('banner_views.dismissed_at', 'is not', null)
            .whereRef('banner_views.banner_id', '=', 'banners.id'),
        ),
      ),
    )
    .orderBy('id')
    .execute()

/** Counts an impression of each banner, and answers the contact's view of it. */
export const upsertViews = (tx: Tx, actor: Actor, contactId: string, bannerIds: number[]) =>
  tx
    .insertInto('banner_views')
    .values(
      bannerIds.map(banner_id => ({
        ...{ workspace_id: actor.workspace.id, banner_id, contact_id: contactId },
        ...{ last_shown_at: actor.now, created_at: actor.now },
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'contact_id', 'banner_id'])
        .doUpdateSet({ impressions: sql`banner_views.impressions + 1`, last_shown_at: actor.now }),
    )
    .returning(['id', 'banner_id', 'impressions', 'created_at'])
    .execute()

/** The contact's view of a banner. */
export const selectView = (tx: Tx, workspaceId: string, contactId: string, id: number) =>
  tx
    .selectFrom('banner_views')
    .innerJoin('banners', join =>
      join
        .onRef('banners.workspace_id', '=', 'banner_views.workspace_id')
        .onRef('banners.id', '=', 'banner_views.banner_id'),
    )
    .select(['banners.id', 'banners.title', 'banners.action', 'banner_views.id as view_id'])
    .where('banner_views.workspace_id', '=', workspaceId)
    .where('banner_views.contact_id', '=', contactId)
    .where('banner_views.id', '=', id)
    .executeTakeFirst()

/** Takes a banner away from a contact; whether it was there to be taken. */
export async function markDismissed(tx: Tx, actor: Actor, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('banner_views')
    .set({ dismissed_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('dismissed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps that a contact followed a banner or reacted to it; whether it is the first time. */
export async function markClicked(
  tx: Tx,
  actor: Actor,
  id: number,
  reaction: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('banner_views')
    .set({ clicked_at: actor.now, reaction })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('clicked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return true
  if (reaction !== null)
    await tx
      .updateTable('banner_views')
      .set({ reaction })
      .where('workspace_id', '=', actor.workspace.id)
      .where('id', '=', id)
      .execute()
  return false
}

/** What is counted of a banner. */
export type Count = 'impressions' | 'dismissals' | 'clicks'

/** Counts what happened to some banners on the day of the workspace. */
export async function countOnDay(tx: Tx, actor: Actor, bannerIds: number[], what: Count): Promise<void> {
  if (bannerIds.length === 0) return
  const { id: workspaceId, timezone } = actor.workspace
  const day = sql<string>`to_char(to_timestamp(${actor.now}) at time zone ${timezone}, 'YYYY-MM-DD')`
  await tx
    .insertInto('banner_days')
    // In the order of their ids, so that two who are shown them at once do not wait for each other.
    .values(
      bannerIds
        .toSorted((a, b) => a - b)
        .map(banner_id => ({ workspace_id: workspaceId, banner_id, day, [what]: 1 })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'banner_id', 'day'])
        .doUpdateSet(row => ({ [what]: sql<number>`${row.ref(`banner_days.${what}`)} + 1` })),
    )
    .execute()
}
