import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export const selectBrands = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('brands')
    .select(['id', 'name', 'help_center_id', 'default_address_settings_id', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

export type BrandRow = Awaited<ReturnType<typeof selectBrands>>[number]

/** The workspace as the brand it is by itself. */
export const selectWorkspaceBrand = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('workspaces')
    .select(['id', 'name', 'created_at', 'updated_at'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()

/** What a brand goes without its own by: the default help center, and the addresses to send from. */
export async function selectBrandDefaults(tx: Tx, workspaceId: string) {
  const [helpCenter, addresses] = await Promise.all([
    tx
      .selectFrom('help_centers')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('is_default', '=', true)
      .executeTakeFirst(),
    tx
      .selectFrom('email_settings')
      .select(['id', 'brand_id'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('id')
      .execute(),
  ])
  return { helpCenterId: helpCenter?.id ?? null, addresses }
}

export type BrandDefaults = Awaited<ReturnType<typeof selectBrandDefaults>>

export interface NewBrand {
  id?: string
  name: string
  help_center_id: number | null
  default_address_settings_id: number | null
}

export const insertBrand = (tx: Tx, actor: Actor, brand: NewBrand): Promise<{ id: string }> =>
  tx
    .insertInto('brands')
    .values({ workspace_id: actor.workspace.id, ...brand, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()

/** Changes a brand, and makes a row of the default one where that is the bare workspace yet. */
export async function upsertBrand(tx: Tx, actor: Actor, brand: NewBrand & { id: string }): Promise<void> {
  const { id: _, ...change } = brand
  await tx
    .insertInto('brands')
    .values({ workspace_id: actor.workspace.id, ...brand, created_at: actor.now, updated_at: actor.now })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'id']).doUpdateSet({ ...change, updated_at: actor.now }),
    )
    .execute()
}

export async function deleteBrandRow(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.deleteFrom('brands').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** Whether a help center, or an address to send from, is one of the workspace. */
export async function isOwn(
  tx: Tx,
  workspaceId: string,
  table: 'help_centers' | 'email_settings',
  id: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
