import { problem } from '@guichet/contract/errors.ts'
import type { SignedIn } from '@guichet/contract/models/me.ts'
import type { Setup } from '@guichet/contract/models/sign-in.ts'
import type { SetupRequest } from '@guichet/contract/operations/inbox/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import { createAccount, findAccountByEmail, linkAccount, readEmail } from '../account/index.ts'
import type { Guest } from '../actor.ts'
import { dropTokens, findToken, issueOneTimeToken, spendToken } from '../one-time-token/index.ts'
import { beginSession } from '../session/index.ts'
import { findOwner } from '../workspace/index.ts'
import { hasAccounts as countsAccounts, renameOwner, renameWorkspace } from './setup.sql.ts'
import type { SignInOutcome } from './sign-in.ts'

/** How long the first link is good for, in seconds: as long as a newcomer may take to come back to it. */
const LIFETIME = 7 * 86_400

/** A link that makes whoever opens it the owner of a workspace, in place of any made before. */
export async function offerSetup(tx: Tx, workspaceId: string, now: number): Promise<string> {
  await dropTokens(tx, { kind: 'setup', workspaceId })
  return issueOneTimeToken(tx, { kind: 'setup', workspaceId, now, lifetime: LIFETIME })
}

/** What the first link leads to; 404 for one that is used up. */
export async function findSetup(tx: Tx, guest: Guest, token: string): Promise<Static<typeof Setup>> {
  const { workspaceId = '' } = await findToken(tx, token, 'setup', guest.now)
  const { workspaceName, email, name } = await findOwner(tx, workspaceId)
  return { type: 'setup', workspace_id: workspaceId, workspace_name: workspaceName, name, email }
}

/** Makes an account for the owner of the workspace, and lets them in. 409 for an address that has one. */
export function setUp(
  database: Lanes,
  guest: Guest,
  { token, request }: { token: string; request: Static<typeof SetupRequest> },
): Promise<SignInOutcome<Static<typeof SignedIn>>> {
  return database.transaction(async tx => {
    const { workspaceId = '' } = await findToken(tx, token, 'setup', guest.now)
    await spendToken(tx, token, guest.now)
    const { workspace_name, ...owner } = request
    if (workspace_name?.trim()) await renameWorkspace(tx, workspaceId, workspace_name.trim(), guest.now)
    const accountId = await setUpNow(tx, { workspaceId, ...owner, now: guest.now })
    const arrival = { accountId, method: 'setup' as const, secondFactor: false, workspaceId }
    const session = await beginSession(tx, guest, arrival)
    return { token: session.token, answer: { type: 'signed_in', workspace_id: workspaceId } }
  }, guest.now)
}

/** Makes an account for the owner of a workspace, who is called as it says from now on; its id. */
export async function setUpNow(
  tx: Tx,
  of: { workspaceId: string; name: string; email: string; password: string; now: number },
): Promise<number> {
  const { workspaceId, name, email, password, now } = of
  const { adminId } = await findOwner(tx, workspaceId)
  if (await findAccountByEmail(tx, email)) throw problem(signInErrors.emailTaken)
  const account = await createAccount(tx, { name, email, password, now })
  await renameOwner(tx, { workspaceId, adminId, name: account.name, email: readEmail(email), now })
  await linkAccount(tx, { accountId: account.id, workspaceId, adminId, now })
  return account.id
}

/** Whether anybody signs in to a workspace. */
export const hasAccounts = countsAccounts
