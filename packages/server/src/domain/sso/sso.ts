import { problem } from '@guichet/contract/errors.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Lanes, Tx } from '../../db/database.ts'
import type { Egress } from '../../egress/egress.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { createAccount, findAccount, findAccountByEmail, plainEmail, workspacesOf } from '../account/index.ts'
import type { Guest } from '../actor.ts'
import { findInvitation } from '../invitation/index.ts'
import { dropTokens, findToken, issueOneTimeToken, spendToken } from '../one-time-token/index.ts'
import { beginSession } from '../session/index.ts'
import { type SsoSettings, ssoOf } from '../sign-in-settings/index.ts'
import { joinWorkspace } from '../teammate/index.ts'
import { authorizationUrl, type Checks, discover, type Identity, identify, newChecks } from './provider.ts'
import { selectBySubject, selectInvitationFor, tieSubject } from './sso.sql.ts'

interface Reach {
  database: Lanes
  egress: Egress
  secrets: SecretBox
}

/** How long somebody may take at the identity provider, in seconds. */
const WITHIN = 600

/**
 * Sends a browser to the identity provider of a workspace. The state goes along, and into a cookie, so that only that browser
 * can come back with it. 404 where the workspace has none.
 */
export async function startSso(
  { database, egress, secrets }: Reach,
  guest: Guest,
  asked: { workspaceId: string; returnTo: string | undefined; loginHint: string | undefined },
): Promise<{ url: string; state: string }> {
  const { workspaceId, loginHint } = asked
  const settings = await requireSso(database.read, workspaceId)
  const provider = await discover(settings, { egress, secrets })
  const { nonce, verifier } = newChecks('')
  const sealed = await secrets.seal(JSON.stringify({ nonce, verifier }), PURPOSE)
  const data = { sealed, return_to: ownPath(asked.returnTo) }
  const state = await database.transaction(
    tx => issueOneTimeToken(tx, { kind: 'sso', workspaceId, data, now: guest.now, lifetime: WITHIN }),
    guest.now,
  )
  const checks = { state, nonce, verifier }
  const url = await authorizationUrl(provider, { checks, redirectUri: redirectUri(guest), loginHint })
  return { url: url.href, state }
}

/**
 * Lets in whoever the identity provider vouches for: somebody it has vouched for before, or a teammate or invited one of an
 * address that it has checked. Nobody else becomes a teammate that way. 401 otherwise.
 */
export async function finishSso(
  { database, egress, secrets }: Reach,
  guest: Guest,
  came: { search: string; cookie: string | undefined },
): Promise<{ token: string; returnTo: string }> {
  const state = new URLSearchParams(came.search).get('state') ?? ''
  if (state === '' || state !== came.cookie) throw problem(signInErrors.ssoFailed)
  const { workspaceId = '', data } = await findToken(database.read, state, 'sso', guest.now)
  await database.transaction(tx => spendToken(tx, state, guest.now), guest.now)
  const provider = await discover(await requireSso(database.read, workspaceId), { egress, secrets })
  const checks = await checksOf(secrets, state, String(data['sealed']))
  const identity = await identify(provider, { url: new URL(redirectUri(guest) + came.search), checks })
  return database.transaction(async tx => {
    const accountId = await accountOf(tx, guest, { workspaceId, identity })
    const { token } = await beginSession(tx, guest, {
      ...{ accountId, method: 'sso', secondFactor: true, workspaceId },
    })
    return { token, returnTo: ownPath(String(data['return_to'] ?? '')) }
  }, guest.now)
}

const PURPOSE = 'sso checks'

const redirectUri = ({ origin }: Guest): string => `${origin}/app/sso/callback`

async function requireSso(tx: Tx, workspaceId: string): Promise<SsoSettings> {
  const settings = await ssoOf(tx, workspaceId)
  if (!settings) throw problem(signInErrors.ssoOff)
  return settings
}

async function checksOf(secrets: SecretBox, state: string, sealed: string): Promise<Checks> {
  const { nonce, verifier } = JSON.parse(await secrets.open(sealed, PURPOSE))
  return { state, nonce: String(nonce), verifier: String(verifier) }
}

async function accountOf(
  tx: Tx,
  guest: Guest,
  { workspaceId, identity }: { workspaceId: string; identity: Identity },
): Promise<number> {
  const known = await selectBySubject(tx, workspaceId, identity.subject)
  if (known) return known.account_id
  if (identity.email === undefined) throw problem(signInErrors.ssoFailed)
  const email = plainEmail(identity.email)
  const accountId =
    (await memberOf(tx, workspaceId, email)) ?? (await joined(tx, guest, { workspaceId, email, identity }))
  if (!(await tieSubject(tx, { workspaceId, accountId, subject: identity.subject })))
    throw problem(signInErrors.ssoFailed)
  return accountId
}

async function memberOf(tx: Tx, workspaceId: string, email: string): Promise<number | undefined> {
  const account = await findAccountByEmail(tx, email)
  const memberships = account ? await workspacesOf(tx, account.id) : []
  return memberships.some(({ workspace }) => workspace.id === workspaceId) ? account?.id : undefined
}

/** Makes somebody who is invited a teammate. */
async function joined(
  tx: Tx,
  guest: Guest,
  { workspaceId, email, identity }: { workspaceId: string; email: string; identity: Identity },
): Promise<number> {
  const open = await selectInvitationFor(tx, workspaceId, email, guest.now)
  if (!open) throw problem(signInErrors.ssoFailed)
  const invitation = await findInvitation(tx, workspaceId, open.id)
  const name = identity.name?.trim().slice(0, 255) || email
  const account =
    (await findAccountByEmail(tx, email)) ??
    (await createAccount(tx, { email, name, password: undefined, now: guest.now }))
  await joinWorkspace(tx, guest, { account, workspaceId, invitation })
  await dropTokens(tx, { kind: 'invitation', workspaceId, holding: { invitation_id: open.id } })
  return (await findAccount(tx, account.id)).id
}

/** A path of our own pages, and nothing that leads elsewhere. */
function ownPath(asked: string | undefined): string {
  return asked && /^\/app(\/|\?|$)/.test(asked) && !asked.includes('\\') ? asked : '/app'
}
