import { problem } from '@guichet/contract/errors.ts'
import type { SignedIn, TwoFactorRequired } from '@guichet/contract/models/me.ts'
import type { SignInRequest } from '@guichet/contract/operations/inbox/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes } from '../../db/database.ts'
import { findAccountByEmail, verifyPassword } from '../account/index.ts'
import type { Guest } from '../actor.ts'
import { beginSession } from '../session/index.ts'

/** The token for the cookie, where somebody is let in, and what is answered. */
export interface SignInOutcome {
  token: string | undefined
  answer: Static<typeof SignedIn> | Static<typeof TwoFactorRequired>
}

/** Signs somebody in by e-mail and password. 401 alike for an unknown address and a wrong password. */
export async function signInWithPassword(
  database: Lanes,
  guest: Guest,
  { email, password }: Static<typeof SignInRequest>,
): Promise<SignInOutcome> {
  const account = await findAccountByEmail(database.read, email)
  const matches = await verifyPassword(account?.password_hash, password)
  if (!account || !matches) throw problem(signInErrors.credentialsWrong)
  return database.transaction(async tx => {
    const { token, workspaceId } = await beginSession(tx, guest, {
      ...{ accountId: account.id, method: 'password', secondFactor: false },
    })
    return { token, answer: { type: 'signed_in', workspace_id: workspaceId } }
  }, guest.now)
}
