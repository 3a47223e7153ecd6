import { problem } from '@guichet/contract/errors.ts'
import type { ChangePasswordRequest } from '@guichet/contract/operations/inbox/sessions.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { changePassword, findAccount, verifyPassword } from '../account/index.ts'
import type { Actor } from '../actor.ts'
import { endOtherSessions } from './end-session.ts'
import { requireOwnAccount } from './session.policy.ts'

/** Changes the actor's password, or sets their first one, and ends their other sessions. 422 for a wrong or weak one. */
export async function changeOwnPassword(
  tx: Tx,
  actor: Actor,
  { current_password = '', password }: Static<typeof ChangePasswordRequest>,
): Promise<void> {
  const { accountId, now } = requireOwnAccount(actor)
  const { password_hash } = await findAccount(tx, accountId)
  if (password_hash !== null && !(await verifyPassword(password_hash, current_password)))
    throw problem(signInErrors.passwordWrong)
  await changePassword(tx, accountId, password, now)
  await endOtherSessions(tx, actor)
}
