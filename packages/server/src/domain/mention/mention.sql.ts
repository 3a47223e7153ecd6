import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Those of the ids that are no teammates of the workspace are passed over. */
export async function insertMentions(
  tx: Tx,
  actor: Actor,
  of: { conversationId: number; partId: number; adminIds: number[] },
): Promise<void> {
  await tx
    .insertInto('mentions')
    .columns(['workspace_id', 'admin_id', 'conversation_id', 'part_id', 'created_at'])
    .expression(
      tx
        .selectFrom('admins')
        .select(['workspace_id', 'id'])
        .select([
          sql<number>`${of.conversationId}::bigint`.as('conversation_id'),
          sql<number>`${of.partId}::bigint`.as('part_id'),
          sql<number>`${actor.now}::bigint`.as('created_at'),
        ])
        .where('workspace_id', '=', actor.workspace.id)
        .where('id', '=', sql<number>`any(${of.adminIds}::bigint[])`),
    )
    .execute()
}

export async function markSeen(tx: Tx, actor: Actor, conversationId: number): Promise<void> {
  await tx
    .updateTable('mentions')
    .set({ seen_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('admin_id', '=', actor.adminId)
    .where('conversation_id', '=', conversationId)
    .where('seen_at', 'is', null)
    .execute()
}

export async function selectUnseenCount(tx: Tx, workspaceId: string, adminId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('mentions')
    .select(sql<number>`count(distinct conversation_id)::int`.as('count'))
    .where('workspace_id', '=', workspaceId)
    .where('admin_id', '=', adminId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** A condition on a row of `conversations`: that any of some teammates is mentioned in it. */
export const mentionsAnyOf = (workspaceId: string, adminIds: number[]): RawBuilder<boolean> =>
  sql`conversations.id in (
    select conversation_id from mentions
    where mentions.workspace_id = ${workspaceId} and admin_id = any(${adminIds}::bigint[]))`

export const mentionsNobody = (workspaceId: string): RawBuilder<boolean> =>
  sql`not exists (
    select from mentions where mentions.workspace_id = ${workspaceId}
    and mentions.conversation_id = conversations.id)`
