import type { Tx } from '../../db/database.ts'

interface NewInstallation {
  workspaceId: string
  registrationId: number
  name: string
  kind: 'private' | 'public'
  now: number
}

/** Puts an app into a workspace, or back where it was before; the id of its row there. */
export async function upsertInstallation(tx: Tx, of: NewInstallation): Promise<{ id: number }> {
  const { workspaceId, registrationId, name, kind, now } = of
  return tx
    .insertInto('apps')
    .values({
      ...{ workspace_id: workspaceId, registration_id: registrationId, name, kind },
      ...{ created_at: now, updated_at: now },
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'registration_id'])
        .doUpdateSet({ name, kind, uninstalled_at: null, updated_at: now }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** The workspace's installation of an app, if it has it. */
export const selectInstallation = (tx: Tx, workspaceId: string, registrationId: number) =>
  tx
    .selectFrom('apps')
    .select(['id', 'name', 'kind', 'created_at'])
    .where('workspace_id', '=', workspaceId)
    .where('registration_id', '=', registrationId)
    .where('uninstalled_at', 'is', null)
    .executeTakeFirst()

/** The ids by which a workspace has apps installed, by that of their registration. */
export async function selectInstalled(
  tx: Tx,
  workspaceId: string,
  registrationIds: number[],
): Promise<Map<number, number>> {
  if (registrationIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('apps')
    .select(['registration_id', 'id'])
    .where('workspace_id', '=', workspaceId)
    .where('registration_id', 'in', registrationIds)
    .where('uninstalled_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.registration_id, row.id]))
}
