import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'

export type AccountRow = Selectable<DB['accounts']>

export const insertAccount = (
  tx: Tx,
  row: { email: string; name: string; passwordHash: string | null; now: number },
): Promise<AccountRow> =>
  tx
    .insertInto('accounts')
    .values({
      ...{ email: row.email, name: row.name, password_hash: row.passwordHash },
      ...{
        password_changed_at: row.passwordHash === null ? null : row.now,
        created_at: row.now,
        updated_at: row.now,
      },
    })
    .returningAll()
    .executeTakeFirstOrThrow()

export const selectAccount = (tx: Tx, id: number): Promise<AccountRow | undefined> =>
  tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()

export const selectAccountByEmail = (tx: Tx, email: string): Promise<AccountRow | undefined> =>
  tx.selectFrom('accounts').selectAll().where('email', '=', email).executeTakeFirst()

export async function updateAccount(
  tx: Tx,
  id: number,
  values: Partial<Pick<AccountRow, 'name' | 'password_hash' | 'password_changed_at'>>,
  now: number,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ ...values, updated_at: now })
    .where('id', '=', id)
    .execute()
}

export async function upsertLink(
  tx: Tx,
  link: { accountId: number; workspaceId: string; adminId: number; now: number },
): Promise<void> {
  await tx
    .insertInto('account_workspaces')
    .values({
      ...{ account_id: link.accountId, workspace_id: link.workspaceId, admin_id: link.adminId },
      created_at: link.now,
    })
    .onConflict(conflict =>
      conflict.columns(['account_id', 'workspace_id']).doUpdateSet({ admin_id: link.adminId }),
    )
    .execute()
}

/** The workspaces of an account, the one lately entered first. */
export const selectLinks = (tx: Tx, accountId: number) =>
  tx
    .selectFrom('account_workspaces')
    .innerJoin('workspaces', 'workspaces.id', 'account_workspaces.workspace_id')
    .select([
      'workspaces.id',
      'workspaces.name',
      'workspaces.timezone',
      'workspaces.sandbox',
      'account_workspaces.admin_id',
    ])
    .where('account_workspaces.account_id', '=', accountId)
    .orderBy('account_workspaces.entered_at', order => order.desc().nullsLast())
    .orderBy('account_workspaces.created_at')
    .orderBy('workspaces.id')
    .execute()

/** The role of a teammate and the app that the pages act through; undefined for one removed or without a role. */
export const selectStanding = (tx: Tx, workspaceId: string, adminId: number) =>
  tx
    .selectFrom('admins')
    .innerJoin('roles', join =>
      join.onRef('roles.workspace_id', '=', 'admins.workspace_id').onRef('roles.id', '=', 'admins.role_id'),
    )
    .select('roles.kind as role')
    .select(admins =>
      admins
        .selectFrom('apps')
        .select(apps => apps.fn.min('apps.id').as('id'))
        .where('apps.workspace_id', '=', workspaceId)
        .as('app_id'),
    )
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.id', '=', adminId)
    .where('admins.removed_at', 'is', null)
    .executeTakeFirst()
