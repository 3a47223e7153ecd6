import { createHash, randomBytes } from 'node:crypto'
import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import { scopes as everyScope } from '@guichet/contract/scopes.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type RegistrationRow, selectByClientId } from '../app/index.ts'
import { permission } from '../permission.ts'
import { insertCode } from './oauth.sql.ts'

/** What a link of an app asks for. */
export interface Asked {
  client_id: string
  redirect_uri: string | undefined
}

/** An app that wants to be installed, and where its user goes back to. */
export interface Wanting {
  app: RegistrationRow
  redirectUrl: string
  /** What it would be permitted, as people read it. */
  permissions: string[]
}

export const mayInstallApps = permission('manage_developer')

/**
 * The app that a link is of. 400 for an app that does not exist or has nowhere to send anybody, and for an address that is not one
 * of its own: nobody is sent there.
 */
export async function readAsked(tx: Tx, { client_id, redirect_uri }: Asked): Promise<Wanting> {
  const app = await selectByClientId(tx, client_id)
  if (!app) throw refused('No app has this client_id')
  const [first] = app.redirect_urls
  const redirectUrl = redirect_uri ?? first
  if (redirectUrl === undefined) throw refused('The app has no redirect URL')
  if (!app.redirect_urls.includes(redirectUrl)) throw refused('The redirect_uri is not one of the app’s')
  const all = app.scopes.includes('all')
  const permissions = everyScope
    .filter(({ name }) => all || app.scopes.includes(name))
    .map(({ label }) => label)
  return { app, redirectUrl, permissions }
}

const refused = (why: string): Problem => problem(errors.malformedRequest, why)

/** Somebody lets an app in: the code that the app exchanges for its token, within ten minutes and once. */
export async function grantCode(tx: Tx, actor: Actor, app: RegistrationRow): Promise<string> {
  mayInstallApps(actor)
  const code = randomBytes(32).toString('base64url')
  await insertCode(tx, {
    ...{ hash: hashCode(code), registration_id: app.id, workspace_id: actor.workspace.id },
    ...{ admin_id: actor.adminId, expires_at: actor.now + CODE_SECONDS },
  })
  return code
}

const CODE_SECONDS = 600

export const hashCode = (code: string): Buffer => createHash('sha256').update(code).digest()
