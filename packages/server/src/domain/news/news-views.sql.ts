import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

interface View {
  itemId: number
  contactId: string
}

/** Keeps that a contact saw an item, since when they first did; whether that is now. */
export async function insertView(tx: Tx, actor: Actor, { itemId, contactId }: View): Promise<boolean> {
  const row = await tx
    .insertInto('news_views')
    .values({
      ...{ workspace_id: actor.workspace.id, news_item_id: itemId, contact_id: contactId },
      seen_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('news_item_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function updateReaction(
  tx: Tx,
  actor: Actor,
  { itemId, contactId, reaction }: View & { reaction: string | null },
): Promise<void> {
  await tx
    .updateTable('news_views')
    .set({ reaction, reacted_at: reaction === null ? null : actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('news_item_id', '=', itemId)
    .where('contact_id', '=', contactId)
    .execute()
}

/** How many saw some items, and how often each reaction to them was given. */
export const selectReach = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('news_views')
    .select(['news_item_id', 'reaction', sql<number>`count(*)::int`.as('count')])
    .where('workspace_id', '=', workspaceId)
    .where('news_item_id', '=', sql<number>`any(${ids}::bigint[])`)
    .groupBy(['news_item_id', 'reaction'])
    .execute()
