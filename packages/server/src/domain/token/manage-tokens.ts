import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { NewAccessToken } from '@guichet/contract/models/access-token.ts'
import type { CreateTokenRequest } from '@guichet/contract/operations/inbox/tokens.ts'
import { everyPermission } from '@guichet/contract/roles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { scopes as allScopes } from '@guichet/contract/scopes.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { requireRegistration, selectInstallation } from '../app/index.ts'
import { type NamedTokenRow, selectNamedTokens } from './named-token.sql.ts'
import { mayManageTokens } from './token.policy.ts'
import { issueToken, revokeToken } from './token.ts'
import { type TokenView, viewToken } from './token.view.ts'

const LONGEST_LABEL = 255

/** Every token of the workspace, without what lets anybody in. */
export async function listOwnTokens(tx: Tx, actor: Actor): Promise<{ type: 'list'; data: TokenView[] }> {
  mayManageTokens(actor)
  return { type: 'list', data: (await selectNamedTokens(tx, actor.workspace.id)).map(viewToken) }
}

/** Makes a token that acts as the actor, and may do no more than they may. 400 for what a token cannot be. */
export async function createToken(
  tx: Tx,
  actor: Actor,
  { label, scopes, expires_at = null, app_id }: Static<typeof CreateTokenRequest>,
): Promise<Static<typeof NewAccessToken>> {
  mayManageTokens(actor)
  const app = await installationFor(tx, actor, app_id)
  const { id, token } = await issueToken(tx, {
    ...{ workspaceId: actor.workspace.id, adminId: actor.adminId, appId: app.id, now: actor.now },
    ...{ label: readLabel(label), scopes: readScopes(actor, scopes, app.scopes) },
    expiresAt: readExpiry(actor, expires_at),
  })
  return { ...viewToken(await requireToken(tx, actor, String(id))), token }
}

/** Revokes a token at once, everywhere. One that was revoked before stays so. */
export async function revokeOwnToken(tx: Tx, actor: Actor, id: string): Promise<TokenView> {
  mayManageTokens(actor)
  const token = await requireToken(tx, actor, id)
  await revokeToken(tx, { workspaceId: actor.workspace.id, id: token.id, now: actor.now })
  return viewToken(await requireToken(tx, actor, id))
}

async function requireToken(tx: Tx, actor: Actor, id: string): Promise<NamedTokenRow> {
  const row = await byNumericId(id, async key => (await selectNamedTokens(tx, actor.workspace.id, key))[0])
  if (!row) throw problem(errors.notFound)
  return row
}

/** The installation a token is of, and what that app may do: where no app is named, the one that the actor acts through. */
async function installationFor(
  tx: Tx,
  actor: Actor,
  appId: string | undefined,
): Promise<{ id: number; scopes: string[] }> {
  if (appId === undefined) return { id: actor.appId, scopes: ['all'] }
  const app = await requireRegistration(tx, actor, appId)
  const installed = await selectInstallation(tx, actor.workspace.id, app.id)
  if (!installed) throw invalid('The app is not installed in this workspace', 'app_id')
  return { id: installed.id, scopes: app.scopes }
}

function readLabel(given: string): string {
  const label = given.trim()
  if (label === '') throw invalid('label is required', 'label')
  if (label.length > LONGEST_LABEL) throw invalid('label is too long', 'label')
  return label
}

/** A token gets no permission that its maker, or its app, does not hold; `all` includes what only owners may do. */
function readScopes(actor: Actor, given: string[], ofApp: string[]): string[] {
  if (given.length === 0) throw invalid('A token needs at least one permission', 'scopes')
  const names = new Set(['all', ...allScopes.map(({ name }) => name)])
  for (const scope of given) {
    if (!names.has(scope)) throw invalid(`${scope.slice(0, 100)} is no permission`, 'scopes')
    if (!holds(actor, scope)) throw invalid(`You do not hold the permission ${scope} yourself`, 'scopes')
    if (!ofApp.includes('all') && !ofApp.includes(scope))
      throw invalid(`The app does not hold the permission ${scope}`, 'scopes')
  }
  return [...new Set(given)]
}

const holds = ({ scopes }: Actor, scope: string): boolean =>
  scopes === 'all' || (scope === 'all' ? everyPermission.every(each => scopes.has(each)) : scopes.has(scope))

function readExpiry({ now }: Actor, expiresAt: number | null): number | null {
  if (expiresAt !== null && expiresAt <= now) throw invalid('expires_at is over already', 'expires_at')
  return expiresAt
}
