import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export type HelpCenterRow = Awaited<ReturnType<typeof selectHelpCenters>>[number]

/** Every help center of the workspace, the default one first. */
export const selectHelpCenters = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('help_centers')
    .select(['id', 'identifier', 'display_name', 'website_turned_on', 'custom_domain', 'is_default'])
    .select(['default_locale', 'locales', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('is_default', 'desc')
    .orderBy('id')
    .execute()

/** Adds languages; those it has stay where they are. */
export async function appendLocales(tx: Tx, actor: Actor, id: number, locales: string[]): Promise<void> {
  const missing = sql<
    string[]
  >`array(select l from unnest(${locales}::text[]) l where l <> all (help_centers.locales))`
  await tx
    .updateTable('help_centers')
    .set({ locales: sql`help_centers.locales || ${missing}`, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Makes the help center a workspace begins with, unless it has one. */
export async function insertDefault(tx: Tx, workspaceId: string, name: string, now: number): Promise<void> {
  await tx
    .insertInto('help_centers')
    .values({
      ...{ workspace_id: workspaceId, identifier: workspaceId, display_name: name, is_default: true },
      ...{ created_at: now, updated_at: now },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
