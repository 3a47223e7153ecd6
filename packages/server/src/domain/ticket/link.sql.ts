import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** A ticket and the conversation or ticket it stands for. */
export interface Link {
  from: number
  to: number
}

export async function insertLink(tx: Tx, actor: Actor, { from, to }: Link): Promise<void> {
  await tx
    .insertInto('conversation_links')
    .values({
      workspace_id: actor.workspace.id,
      conversation_id: from,
      linked_id: to,
      created_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Removes a link whichever way round it is. Whether it was there. */
export async function deleteLink(tx: Tx, workspaceId: string, { from, to }: Link): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('conversation_links')
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`(conversation_id, linked_id) in ((${from}::bigint, ${to}::bigint), (${to}::bigint, ${from}::bigint))`,
    )
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** What a conversation or ticket is linked to, with the category of each that is a ticket. */
export const selectLinked = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('conversation_links')
    .leftJoin('tickets', join =>
      join
        .onRef('tickets.workspace_id', '=', 'conversation_links.workspace_id')
        .on(
          sql<boolean>`tickets.id = case when conversation_links.linked_id = ${id}::bigint then conversation_links.conversation_id else conversation_links.linked_id end`,
        ),
    )
    .select([
      sql<number>`case when conversation_links.linked_id = ${id}::bigint then conversation_links.conversation_id else conversation_links.linked_id end`.as(
        'id',
      ),
      'tickets.category',
    ])
    .where('conversation_links.workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`(conversation_links.conversation_id = ${id}::bigint or conversation_links.linked_id = ${id}::bigint)`,
    )
    .orderBy('id')
    .execute()
