import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import { lastActive } from './last-active.ts'

const teammates = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('admins')
    .leftJoin('roles', join =>
      join.onRef('roles.workspace_id', '=', 'admins.workspace_id').onRef('roles.id', '=', 'admins.role_id'),
    )
    .leftJoin('account_workspaces', join =>
      join
        .onRef('account_workspaces.workspace_id', '=', 'admins.workspace_id')
        .onRef('account_workspaces.admin_id', '=', 'admins.id'),
    )
    .leftJoin('accounts', 'accounts.id', 'account_workspaces.account_id')
    .select([
      ...(['admins.id', 'admins.name', 'admins.email', 'admins.job_title', 'admins.avatar_url'] as const),
      ...(['admins.has_inbox_seat', 'roles.kind as role'] as const),
      'admins.assignment_limit',
      ...(['accounts.id as account_id', 'accounts.totp_confirmed_at'] as const),
    ])
    .select(({ fn }) =>
      fn<number | null>('greatest', [lastActive(workspaceId), 'account_workspaces.entered_at']).as(
        'last_active_at',
      ),
    )
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.kind', '=', 'admin')
    .where('admins.removed_at', 'is', null)

export type TeammateRow = Awaited<ReturnType<typeof selectTeammates>>[number]

export const selectTeammates = (tx: Tx, workspaceId: string) =>
  teammates(tx, workspaceId).orderBy('admins.id').execute()

export const selectTeammate = (tx: Tx, workspaceId: string, id: number) =>
  teammates(tx, workspaceId).where('admins.id', '=', id).executeTakeFirst()

/** Holds the owners of a workspace still till the end of the transaction, so that two do not leave it both; how many there are. */
export async function lockOwners(tx: Tx, workspaceId: string): Promise<number> {
  const rows = await tx
    .selectFrom('admins')
    .select('admins.id')
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.removed_at', 'is', null)
    .where('admins.role_id', 'in', query =>
      query
        .selectFrom('roles')
        .select('roles.id')
        .where('roles.workspace_id', '=', workspaceId)
        .where('roles.kind', '=', 'owner'),
    )
    .orderBy('admins.id')
    .forUpdate()
    .execute()
  return rows.length
}

export async function updateTeammateRow(
  tx: Tx,
  workspaceId: string,
  id: number,
  values: {
    role_id?: number
    has_inbox_seat?: boolean
    assignment_limit?: number | null
    removed_at?: number
  },
  now: number,
): Promise<void> {
  await tx
    .updateTable('admins')
    .set({ ...values, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** The conversations somebody still has to see to. */
export async function selectOpenConversations(
  tx: Tx,
  workspaceId: string,
  adminId: number,
): Promise<number[]> {
  const rows = await tx
    .selectFrom('conversations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('admin_assignee_id', '=', adminId)
    .where('state', 'in', ['open', 'snoozed'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes somebody out of teams, and from their account; and ends the tokens that act as them. */
export async function unlinkTeammate(
  tx: Tx,
  workspaceId: string,
  adminId: number,
  now: number,
): Promise<void> {
  for (const table of ['team_members', 'account_workspaces'] as const)
    await tx
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('admin_id', '=', adminId)
      .execute()
  await tx
    .updateTable('access_tokens')
    .set({ revoked_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('admin_id', '=', adminId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Notes of the workspace's own tokens have to be forgotten everywhere: `ALLOWLIST_CHANNEL` has each node do so. */
export async function notifyCredentials(tx: Tx, channel: string, workspaceId: string): Promise<void> {
  await announce(tx, channel, workspaceId)
}

/** A teammate without an account yet, of an address: the owner a workspace began with, or one brought along. */
export const selectUnlinked = (tx: Tx, workspaceId: string, email: string) =>
  teammates(tx, workspaceId)
    .where('admins.email', '=', email)
    .where('accounts.id', 'is', null)
    .executeTakeFirst()

export const insertTeammate = (
  tx: Tx,
  row: {
    workspaceId: string
    name: string
    email: string
    roleId: number
    hasInboxSeat: boolean
    now: number
  },
): Promise<{ id: number }> =>
  tx
    .insertInto('admins')
    .values({
      ...{ workspace_id: row.workspaceId, name: row.name, email: row.email, email_verified: true },
      ...{ role_id: row.roleId, has_inbox_seat: row.hasInboxSeat },
      ...{ created_at: row.now, updated_at: row.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
