import type { Tx } from '../../db/database.ts'

export const selectBySubject = (tx: Tx, workspaceId: string, subject: string) =>
  tx
    .selectFrom('account_workspaces')
    .select('account_id')
    .where('workspace_id', '=', workspaceId)
    .where('sso_subject', '=', subject)
    .executeTakeFirst()

/** Ties an account to what the provider calls its owner; whether it was free to be tied. */
export async function tieSubject(
  tx: Tx,
  of: { workspaceId: string; accountId: number; subject: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account_workspaces')
    .set({ sso_subject: of.subject })
    .where('workspace_id', '=', of.workspaceId)
    .where('account_id', '=', of.accountId)
    .where('sso_subject', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The open invitation of an address. */
export const selectInvitationFor = (tx: Tx, workspaceId: string, email: string, now: number) =>
  tx
    .selectFrom('invitations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
