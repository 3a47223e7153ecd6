import type { Role } from '@guichet/contract/roles.ts'
import type { Tx } from '../../db/database.ts'

const invitations = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('invitations')
    .innerJoin('admins', join =>
      join
        .onRef('admins.workspace_id', '=', 'invitations.workspace_id')
        .onRef('admins.id', '=', 'invitations.invited_by'),
    )
    .select([
      ...(['invitations.id', 'invitations.email', 'invitations.role', 'invitations.has_inbox_seat'] as const),
      ...(['invitations.created_at', 'invitations.expires_at', 'admins.name as invited_by'] as const),
    ])
    .where('invitations.workspace_id', '=', workspaceId)
    .where('invitations.accepted_at', 'is', null)

export type InvitationRow = Awaited<ReturnType<typeof selectInvitations>>[number]

export const selectInvitations = (tx: Tx, workspaceId: string) =>
  invitations(tx, workspaceId).orderBy('invitations.id', 'desc').execute()

export const selectInvitation = (tx: Tx, workspaceId: string, id: number) =>
  invitations(tx, workspaceId).where('invitations.id', '=', id).executeTakeFirst()

interface NewInvitation {
  workspaceId: string
  email: string
  role: Role
  hasInboxSeat: boolean
  invitedBy: number
  now: number
  expiresAt: number
}

/** Writes an invitation, in place of one that the address has. */
export const upsertInvitation = (tx: Tx, invitation: NewInvitation): Promise<{ id: number }> => {
  const values = {
    ...{ role: invitation.role, has_inbox_seat: invitation.hasInboxSeat, invited_by: invitation.invitedBy },
    ...{ created_at: invitation.now, expires_at: invitation.expiresAt },
  }
  return tx
    .insertInto('invitations')
    .values({ workspace_id: invitation.workspaceId, email: invitation.email, ...values })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'email']).where('accepted_at', 'is', null).doUpdateSet(values),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function deleteInvitation(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('invitations')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function markAccepted(tx: Tx, workspaceId: string, id: number, now: number): Promise<void> {
  await tx
    .updateTable('invitations')
    .set({ accepted_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Whether an address is a teammate's. */
export async function isTeammate(tx: Tx, workspaceId: string, email: string): Promise<boolean> {
  const row = await tx
    .selectFrom('admins')
    .leftJoin('account_workspaces', join =>
      join
        .onRef('account_workspaces.workspace_id', '=', 'admins.workspace_id')
        .onRef('account_workspaces.admin_id', '=', 'admins.id'),
    )
    .select('account_workspaces.account_id')
    .where('admins.workspace_id', '=', workspaceId)
    .where('admins.email', '=', email)
    .where('admins.kind', '=', 'admin')
    .where('admins.removed_at', 'is', null)
    .executeTakeFirst()
  return row?.account_id !== undefined && row.account_id !== null
}
