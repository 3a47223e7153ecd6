import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import { workspaceNow } from '../../db/workspace-now.ts'
import type { Actor } from '../actor.ts'

/** Whom some items are for, and when they go live by themselves. */
export const selectDeliveries = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('news_items')
    .select(['id', 'state', 'audience_id', 'aim', 'scheduled_at', 'cover_image_url'])
    .select(item =>
      item
        .selectFrom('newsfeed_assignments as on')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('on.workspace_id', '=', workspaceId)
        .whereRef('on.news_item_id', '=', 'news_items.id')
        .as('feeds'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export type DeliveryRow = Awaited<ReturnType<typeof selectDeliveries>>[number]

export async function updateDelivery(
  tx: Tx,
  actor: Actor,
  id: number,
  {
    aim,
    ...change
  }: {
    audience_id?: number | null
    aim?: object | null
    scheduled_at?: number | null
    cover_image_url?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('news_items')
    .set({
      ...{ ...change, updated_at: actor.now },
      ...(aim !== undefined && { aim: aim === null ? null : json(aim) }),
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Drafts of one workspace or of all whose moment has come. */
export const selectDueNews = (unguarded: Tx, now: number, workspaceId?: string) =>
  unguarded
    .selectFrom('news_items')
    .innerJoin('workspaces', 'workspaces.id', 'news_items.workspace_id')
    .select(['news_items.workspace_id', 'news_items.id', workspaceNow(now).as('now')])
    .$if(workspaceId !== undefined, due => due.where('news_items.workspace_id', '=', workspaceId ?? ''))
    .where('news_items.scheduled_at', 'is not', null)
    .where(sql<boolean>`news_items.scheduled_at <= ${workspaceNow(now)}`)
    .orderBy('news_items.scheduled_at')
    .limit(200)
    .execute()

/** Puts a draft live whose moment has come; whether it was still to be. */
export async function goLive(tx: Tx, workspaceId: string, id: number, now: number): Promise<boolean> {
  const row = await tx
    .updateTable('news_items')
    .set({ state: 'live', scheduled_at: null, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('scheduled_at', '<=', now)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await tx
    .updateTable('newsfeed_assignments')
    .set({ published_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('news_item_id', '=', id)
    .execute()
  return true
}
