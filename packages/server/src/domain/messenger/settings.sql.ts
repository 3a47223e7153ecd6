import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

/** What a workspace has said of its messenger, as it lies there. */
export async function selectMessengerSettings(tx: Tx, workspaceId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('workspaces')
    .select(sql<unknown>`settings->'messenger'`.as('messenger'))
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.messenger
}

/** Lays what changes over what is there. */
export async function mergeMessengerSettings(tx: Tx, actor: Actor, change: object): Promise<void> {
  const merged = sql<string>`settings || jsonb_build_object(
    'messenger', coalesce(settings->'messenger', '{}') || ${json(change)}::jsonb)`
  await tx
    .updateTable('workspaces')
    .set({ settings: merged, updated_at: actor.now })
    .where('id', '=', actor.workspace.id)
    .execute()
}
