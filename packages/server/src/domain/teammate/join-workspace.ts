import { problem } from '@guichet/contract/errors.ts'
import type { Invitation } from '@guichet/contract/models/teammate.ts'
import type { Role } from '@guichet/contract/roles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import { type AccountRow, linkAccount, workspacesOf } from '../account/index.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Guest } from '../actor.ts'
import { markAccepted } from '../invitation/index.ts'
import { ensureRoles } from '../role/index.ts'
import { actorAs } from '../session/index.ts'
import { added } from './teammate.events.ts'
import { insertTeammate, selectUnlinked, updateTeammateRow } from './teammate.sql.ts'

/** Makes an account the teammate that an invitation says, in place of one of the address who had no account. */
export async function joinWorkspace(
  tx: Tx,
  guest: Guest,
  {
    account,
    workspaceId,
    invitation,
  }: { account: AccountRow; workspaceId: string; invitation: Static<typeof Invitation> },
): Promise<void> {
  const { now } = guest
  const adminId = await takeSeat(tx, {
    ...{ workspaceId, email: invitation.email, name: account.name, role: invitation.role, now },
    hasInboxSeat: invitation.has_inbox_seat,
  })
  await linkAccount(tx, { accountId: account.id, workspaceId, adminId, now })
  await markAccepted(tx, workspaceId, Number(invitation.id), now)
  const membership = (await workspacesOf(tx, account.id)).find(
    ({ workspace }) => workspace.id === workspaceId,
  )
  if (!membership) throw problem(signInErrors.nowhereToGo)
  const actor = actorAs(membership, { id: 0, accountId: account.id }, guest)
  await append(tx, actor, added(adminId))
  await logActivity(tx, actor, {
    type: 'app_admin_join',
    description: `${account.name} joined as ${invitation.role}.`,
    metadata: {},
  })
}

/** A teammate of an address and role: the one there is without an account, or a new one. Their id. */
export async function takeSeat(
  tx: Tx,
  of: { workspaceId: string; email: string; name: string; role: Role; hasInboxSeat: boolean; now: number },
): Promise<number> {
  const { workspaceId, email, name, role, hasInboxSeat, now } = of
  const roles = await ensureRoles(tx, workspaceId, now)
  const before = await selectUnlinked(tx, workspaceId, email)
  if (!before) {
    const made = { workspaceId, name, email, roleId: roles[role], hasInboxSeat, now }
    return (await insertTeammate(tx, made)).id
  }
  const values = { role_id: roles[role], has_inbox_seat: hasInboxSeat }
  await updateTeammateRow(tx, workspaceId, before.id, values, now)
  return before.id
}
