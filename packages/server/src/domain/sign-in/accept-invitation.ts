import { problem } from '@guichet/contract/errors.ts'
import type { InvitationOffer } from '@guichet/contract/models/sign-in.ts'
import type { AcceptInvitationRequest } from '@guichet/contract/operations/inbox/sign-in.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import { type AccountRow, createAccount, findAccountByEmail, verifyPassword } from '../account/index.ts'
import type { Guest } from '../actor.ts'
import { forgiveAttempt, limits, takeAttempt } from '../attempt/index.ts'
import { findInvitation } from '../invitation/index.ts'
import { findToken, spendToken } from '../one-time-token/index.ts'
import { signInPolicyOf, ssoOf } from '../sign-in-settings/index.ts'
import { joinWorkspace } from '../teammate/index.ts'
import { nameOfWorkspace } from '../workspace/index.ts'
import { enter, type SignInOutcome } from './sign-in.ts'

/** What a link invites to; 404 for one that is used up, expired or withdrawn. */
export async function findOffer(
  tx: Tx,
  guest: Guest,
  token: string,
): Promise<Static<typeof InvitationOffer>> {
  const { workspaceId, invitation } = await invitationOf(tx, guest, token)
  const [account, sso, workspaceName] = await Promise.all([
    findAccountByEmail(tx, invitation.email),
    ssoOf(tx, workspaceId),
    nameOfWorkspace(tx, workspaceId),
  ])
  return {
    ...{ type: 'invitation_offer', email: invitation.email, role: invitation.role },
    ...{ workspace_name: workspaceName, invited_by: invitation.invited_by },
    ...{ has_account: account !== undefined, expires_at: invitation.expires_at },
    sso_url: sso ? `/app/sso/${workspaceId}/start` : null,
  }
}

/**
 * Makes whoever has the link a teammate, and lets them in: with a new account, or the one of their address, whose password
 * is then asked for. 401 for a wrong one; 403 where the workspace takes no passwords.
 */
export async function acceptInvitation(
  database: Lanes,
  guest: Guest,
  { token, request }: { token: string; request: Static<typeof AcceptInvitationRequest> },
): Promise<SignInOutcome> {
  const { workspaceId, invitation } = await invitationOf(database.read, guest, token)
  const { passwordAllowed } = await signInPolicyOf(database.read, workspaceId)
  if (!passwordAllowed && invitation.role !== 'owner') throw problem(signInErrors.passwordNotAllowed)
  const known = await checkKnown(database, guest, invitation.email, request.password)
  return database.transaction(async tx => {
    await spendToken(tx, token, guest.now)
    const { email } = invitation
    const { name = email.split('@', 1)[0] ?? email, password } = request
    const account = known ?? (await createAccount(tx, { email, name, password, now: guest.now }))
    await joinWorkspace(tx, guest, { account, workspaceId, invitation })
    return enter(tx, guest, { account, method: 'invitation', workspaceId })
  }, guest.now)
}

async function invitationOf(tx: Tx, guest: Guest, token: string) {
  const { workspaceId = '', data } = await findToken(tx, token, 'invitation', guest.now)
  const invitation = await findInvitation(tx, workspaceId, Number(data['invitation_id']))
  return { workspaceId, invitation }
}

/** The account an address has, once its password is right. */
async function checkKnown(
  database: Lanes,
  guest: Guest,
  email: string,
  password: string,
): Promise<AccountRow | undefined> {
  const account = await findAccountByEmail(database.read, email)
  if (!account) return undefined
  const counted = [limits.accountHere(email, guest.ip), limits.address(guest.ip)]
  await takeAttempt(database, counted, guest.now)
  if (!(await verifyPassword(account.password_hash, password))) throw problem(signInErrors.credentialsWrong)
  await database.transaction(tx => forgiveAttempt(tx, counted), guest.now)
  return account
}
