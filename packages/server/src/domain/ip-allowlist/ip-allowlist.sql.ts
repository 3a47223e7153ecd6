import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export interface AllowlistRow {
  enabled: boolean
  entries: string[]
}

/** Where nodes hear that the allow-list of a workspace changed. */
export const ALLOWLIST_CHANNEL = 'guichet_allowlists'

export const selectAllowlist = (tx: Tx, workspaceId: string): Promise<AllowlistRow | undefined> =>
  tx
    .selectFrom('ip_allowlists')
    .select(['enabled', 'entries'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst()

/** Keeps an allow-list and tells every node, since credentials in use hold it. */
export async function upsertAllowlist(tx: Tx, actor: Actor, list: AllowlistRow): Promise<void> {
  const values = { ...list, updated_at: actor.now }
  await tx
    .insertInto('ip_allowlists')
    .values({ workspace_id: actor.workspace.id, ...values })
    .onConflict(conflict => conflict.column('workspace_id').doUpdateSet(values))
    .execute()
  await announce(tx, ALLOWLIST_CHANNEL, actor.workspace.id)
}
