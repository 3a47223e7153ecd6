import type { Tx } from '../../db/database.ts'

export async function insertCode(
  tx: Tx,
  row: { hash: Buffer; registration_id: number; workspace_id: string; admin_id: number; expires_at: number },
): Promise<void> {
  await tx.insertInto('oauth_codes').values(row).execute()
}

/** A code, held until the transaction ends. */
export const lockCode = (tx: Tx, hash: Buffer) =>
  tx.selectFrom('oauth_codes').selectAll().where('hash', '=', hash).forUpdate().executeTakeFirst()

export async function useCode(
  tx: Tx,
  hash: Buffer,
  used: { used_at: number; token_id: number },
): Promise<void> {
  await tx.updateTable('oauth_codes').set(used).where('hash', '=', hash).execute()
}

/** The apps that are installed in a workspace, those of others too. */
export const selectInstallations = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('apps')
    .innerJoin('app_registrations as registration', 'registration.id', 'apps.registration_id')
    .select([
      'apps.id',
      'apps.created_at',
      'registration.name',
      'registration.client_id',
      'registration.scopes',
    ])
    .select('registration.owner_workspace_id')
    .where('apps.workspace_id', '=', workspaceId)
    .where('apps.uninstalled_at', 'is', null)
    .orderBy('apps.id')
    .execute()

/** Marks an installation as gone; the app it was of, or undefined where there was none. */
export const uninstallRow = (tx: Tx, workspaceId: string, id: number, now: number) =>
  tx
    .updateTable('apps')
    .from('app_registrations as registration')
    .set({ uninstalled_at: now, updated_at: now })
    .where('apps.workspace_id', '=', workspaceId)
    .where('apps.id', '=', id)
    .where('apps.uninstalled_at', 'is', null)
    .whereRef('registration.id', '=', 'apps.registration_id')
    .returning(['registration.id', 'registration.name', 'registration.uninstall_url'])
    .executeTakeFirst()

/** The live tokens of an installation. */
export const selectTokensOf = (tx: Tx, workspaceId: string, appId: number) =>
  tx
    .selectFrom('access_tokens')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('app_id', '=', appId)
    .where('revoked_at', 'is', null)
    .execute()
