import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Banners } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

export type BannerRow = Awaited<ReturnType<typeof selectLive>>[number]

/** The live banners that a contact has not dismissed, the oldest first. */
export const selectLive = (tx: Tx, workspaceId: string, contactId: string) =>
  tx
    .selectFrom('banners')
    .select(['id', 'title', 'body', 'style', 'position', 'show_dismiss_button', 'action', 'audience_id'])
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
    .select(['banners.id', 'banners.title', 'banner_views.id as view_id', 'banner_views.dismissed_at'])
    .where('banner_views.workspace_id', '=', workspaceId)
    .where('banner_views.contact_id', '=', contactId)
    .where('banner_views.id', '=', id)
    .executeTakeFirst()

export async function markDismissed(tx: Tx, actor: Actor, id: number): Promise<void> {
  await tx
    .updateTable('banner_views')
    .set({ dismissed_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

export async function insertBanner(
  tx: Tx,
  actor: Actor,
  row: Omit<Insertable<Banners>, 'workspace_id' | 'id' | 'created_at' | 'updated_at'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('banners')
    .values({ ...row, workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
