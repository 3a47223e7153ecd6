import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

const COLUMNS = [
  ...(['id', 'name', 'supports_android', 'supports_ios', 'supports_web', 'created_at'] as const),
] as const

export type SecretRow = Awaited<ReturnType<typeof selectSecrets>>[number]

/** The secrets that are not deleted, without what is secret about them. */
export const selectSecrets = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('identity_secrets')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()

export type Platform = 'supports_android' | 'supports_ios' | 'supports_web'

export const selectSealed = (tx: Tx, workspaceId: string, platform: Platform) =>
  tx
    .selectFrom('identity_secrets')
    .select('sealed')
    .where('workspace_id', '=', workspaceId)
    .where(platform, '=', true)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

export interface NewSecret {
  name: string
  sealed: string
  supports_android: boolean
  supports_ios: boolean
  supports_web: boolean
}

export const insertSecret = (tx: Tx, actor: Actor, secret: NewSecret): Promise<SecretRow> =>
  tx
    .insertInto('identity_secrets')
    .values({ workspace_id: actor.workspace.id, ...secret, created_at: actor.now })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

/** Marks a secret as deleted; its name, or undefined when there was none. */
export const deleteSecretRow = (tx: Tx, actor: Actor, id: number): Promise<{ name: string } | undefined> =>
  tx
    .updateTable('identity_secrets')
    .set({ deleted_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning('name')
    .executeTakeFirst()

/** Whether the messenger of a workspace refuses identities without proof. */
export async function selectEnforced(tx: Tx, workspaceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('workspaces')
    .select('identity_verification')
    .where('id', '=', workspaceId)
    .executeTakeFirst()
  return row?.identity_verification ?? false
}

export async function updateEnforced(tx: Tx, actor: Actor, enforced: boolean): Promise<void> {
  await tx
    .updateTable('workspaces')
    .set({ identity_verification: enforced, updated_at: actor.now })
    .where('id', '=', actor.workspace.id)
    .execute()
}
