import type { Insertable } from 'kysely'
import { sql } from 'kysely'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'

export const selectSettings = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('sign_in_settings').selectAll().where('workspace_id', '=', workspaceId).executeTakeFirst()

export type SettingsRow = NonNullable<Awaited<ReturnType<typeof selectSettings>>>

export async function upsertSettings(tx: Tx, row: Insertable<DB['sign_in_settings']>): Promise<void> {
  await tx
    .insertInto('sign_in_settings')
    .values(row)
    .onConflict(conflict => conflict.column('workspace_id').doUpdateSet(row))
    .execute()
}

/** Workspaces whose identity provider answers for a domain. Spans workspaces: who asks is not in one yet. */
export const selectSsoByDomain = (tx: Tx, domain: string) =>
  tx
    .selectFrom('sign_in_settings')
    .innerJoin('workspaces', 'workspaces.id', 'sign_in_settings.workspace_id')
    .select(['workspaces.id', 'workspaces.name'])
    .where('sign_in_settings.sso_enabled', '=', true)
    .where(sql<boolean>`${domain} = any(sign_in_settings.sso_domains)`)
    .orderBy('workspaces.created_at')
    .execute()

/** The only workspace there is, where its people may sign in elsewhere. */
export const selectSoleSso = (tx: Tx) =>
  tx
    .selectFrom('workspaces')
    .leftJoin('sign_in_settings', 'sign_in_settings.workspace_id', 'workspaces.id')
    .select(['workspaces.id', 'workspaces.name', 'sign_in_settings.sso_enabled'])
    .limit(2)
    .execute()
    .then(all => (all.length === 1 ? all.filter(({ sso_enabled }) => sso_enabled) : []))

/** Has each node look credentials up again, which hold what the settings ask for. */
export async function notifyNodes(tx: Tx, channel: string, workspaceId: string): Promise<void> {
  await announce(tx, channel, workspaceId)
}
