import { problem } from '@guichet/contract/errors.ts'
import type { Role } from '@guichet/contract/roles.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { changePassword, createAccount, findAccountByEmail, linkAccount } from '../account/index.ts'
import { endSessionsOf } from '../session/index.ts'
import { takeSeat } from '../teammate/index.ts'
import { dropTwoFactor } from '../two-factor/index.ts'

/** Makes somebody a teammate with an account, for whoever runs the installation. 409 for an address that has one. */
export async function addTeammate(
  tx: Tx,
  input: { workspaceId: string; email: string; name: string; role: Role; password: string; now: number },
): Promise<void> {
  const { workspaceId, email, name, role, password, now } = input
  if (await findAccountByEmail(tx, email)) throw problem(signInErrors.emailTaken)
  const account = await createAccount(tx, { email, name, password, now })
  const adminId = await takeSeat(tx, {
    workspaceId,
    email: account.email,
    name,
    role,
    hasInboxSeat: true,
    now,
  })
  await linkAccount(tx, { accountId: account.id, workspaceId, adminId, now })
}

/** Gives an account another password, ends its sessions, and its second factor where that is asked; whether there is one. */
export async function resetAccount(
  tx: Tx,
  input: { email: string; password: string; twoFactorOff: boolean; now: number },
): Promise<boolean> {
  const account = await findAccountByEmail(tx, input.email)
  if (!account) return false
  await changePassword(tx, account.id, input.password, input.now)
  if (input.twoFactorOff) await dropTwoFactor(tx, account.id, input.now)
  await endSessionsOf(tx, { accountId: account.id }, input.now)
  return true
}
