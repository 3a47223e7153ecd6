import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

const KIND = 'company'

export async function deleteExpiredScrolls(tx: Tx, actor: Actor): Promise<void> {
  await tx
    .deleteFrom('scrolls')
    .where('workspace_id', '=', actor.workspace.id)
    .where('object_type', '=', KIND)
    .where('expires_at', '<=', actor.now)
    .execute()
}

export async function scrollIsOpen(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('scrolls')
    .select('scroll_param')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', KIND)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertScroll = (
  tx: Tx,
  workspaceId: string,
  expires_at: number,
): Promise<{ scroll_param: string }> =>
  tx
    .insertInto('scrolls')
    .values({ workspace_id: workspaceId, object_type: KIND, expires_at })
    .returning('scroll_param')
    .executeTakeFirstOrThrow()

/** A scroll that has not expired, held so that two requests for its next batch get two batches. */
export const lockScroll = (
  tx: Tx,
  actor: Actor,
  scroll_param: string,
): Promise<{ position: unknown } | undefined> =>
  tx
    .selectFrom('scrolls')
    .select('position')
    .where('workspace_id', '=', actor.workspace.id)
    .where('scroll_param', '=', scroll_param)
    .where('object_type', '=', KIND)
    .where('expires_at', '>', actor.now)
    .forUpdate()
    .executeTakeFirst()

export async function moveScroll(
  tx: Tx,
  workspaceId: string,
  scroll: { scroll_param: string; position: unknown; expires_at: number },
): Promise<void> {
  const { scroll_param, position, expires_at } = scroll
  await tx
    .updateTable('scrolls')
    .set({ position: json(position), expires_at })
    .where('workspace_id', '=', workspaceId)
    .where('scroll_param', '=', scroll_param)
    .execute()
}

export async function deleteScroll(tx: Tx, workspaceId: string, scroll_param: string): Promise<void> {
  await tx
    .deleteFrom('scrolls')
    .where('workspace_id', '=', workspaceId)
    .where('scroll_param', '=', scroll_param)
    .execute()
}
