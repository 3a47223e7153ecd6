import { createHash, timingSafeEqual } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { OAuthToken } from '@guichet/contract/operations/oauth.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Guest } from '../actor.ts'
import { clientSecrets, selectByClientId, upsertInstallation } from '../app/index.ts'
import { issueToken, revokeToken } from '../token/index.ts'
import { hashCode } from './authorize.ts'
import { lockCode, useCode } from './oauth.sql.ts'

/** What an app exchanges: its code, and what proves that it is the app. */
export interface Exchange {
  code: string
  client_id: string
  client_secret: string
}

type Exchanged = { token: Static<typeof OAuthToken> } | { refused: true }

/**
 * Installs the app in the workspace of whoever let it in, and gives it a token that acts as them. A code is good once: one that comes
 * again is refused, and the token that it gave is revoked. That has to stay, so a refusal is answered and not thrown.
 */
export async function exchangeCode(
  tx: Tx,
  guest: Guest,
  { exchange, secrets }: { exchange: Exchange; secrets: SecretBox },
): Promise<Exchanged> {
  const hash = hashCode(exchange.code)
  const [app, code] = [await selectByClientId(tx, exchange.client_id), await lockCode(tx, hash)]
  const isApp = app !== undefined && (await proves(tx, app.id, exchange.client_secret, secrets))
  if (!isApp || !code || code.registration_id !== app.id || code.expires_at <= guest.now)
    return { refused: true }
  const { workspace_id: workspaceId, admin_id: adminId } = code
  if (code.used_at !== null) {
    if (code.token_id !== null) await revokeToken(tx, { workspaceId, id: code.token_id, now: guest.now })
    return { refused: true }
  }
  const kind = app.owner_workspace_id === workspaceId ? 'private' : 'public'
  const { name, scopes } = app
  const { now } = guest
  const installed = await upsertInstallation(tx, { workspaceId, registrationId: app.id, name, kind, now })
  const { id, token } = await issueToken(tx, {
    ...{ workspaceId, appId: installed.id, adminId, label: `OAuth: ${name}`, scopes, now },
  })
  await useCode(tx, hash, { used_at: now, token_id: id })
  return { token: { token_type: 'Bearer', token, access_token: token } }
}

/** Whether somebody knows one of the live secrets of an app. */
async function proves(tx: Tx, registrationId: number, given: string, secrets: SecretBox): Promise<boolean> {
  const live = await clientSecrets(tx, registrationId, secrets)
  return live.some(secret => secret !== undefined && timingSafeEqual(digest(secret), digest(given)))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export const codeRefused = () => problem(errors.codeUnauthorized)
