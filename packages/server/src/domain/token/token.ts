import { hash, randomBytes } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { insertToken, revokeRow, selectTokens } from './token.sql.ts'

export interface TokenRequest {
  workspaceId: string
  appId: number
  /** The admin the token acts as. */
  adminId: number
  label: string
  /** Permissions, or `['all']`. */
  scopes: string[]
  now: number
  /** Seconds since the epoch; null never expires. */
  expiresAt?: number | null
  /** A token to use instead of a new one, as an installation may fix. */
  token?: string
}

/** Issues an access token. The text is returned this once; only its hash is kept. */
export async function issueToken(tx: Tx, request: TokenRequest): Promise<{ id: number; token: string }> {
  const token = request.token ?? newToken()
  const { id } = await insertToken(tx, {
    ...request,
    hash: hashToken(token),
    expiresAt: request.expiresAt ?? null,
  })
  return { id, token }
}

/** The tokens of a workspace, revoked ones too, without what would let anybody in. */
export const listTokens = selectTokens

/** Revokes a token, at once on every node; whether there was one to revoke. */
export async function revokeToken(
  tx: Tx,
  input: { workspaceId: string; id: number; now: number },
): Promise<boolean> {
  return (await revokeRow(tx, input.workspaceId, input.id, input.now)) !== undefined
}

export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Tokens look as they do elsewhere: base64 of `tok:` and something random. */
const newToken = (): string => Buffer.from(`tok:${randomBytes(30).toString('hex')}`).toString('base64')
