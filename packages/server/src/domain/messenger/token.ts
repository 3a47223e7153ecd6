import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { selectOpen } from './session.sql.ts'

/** A new token of a messenger; only its hash is kept. */
export const newMessengerToken = (): string => `gms_${randomBytes(32).toString('base64url')}`

export const hashMessengerToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Which of some tokens are of live sessions. */
export async function openMessengerTokens(db: Tx, tokens: string[], now: number): Promise<Set<string>> {
  const byHash = new Map(tokens.map(token => [hashMessengerToken(token).toString('hex'), token]))
  const hashes = [...byHash.keys()].map(hex => Buffer.from(hex, 'hex'))
  const open = await selectOpen(db, hashes, now)
  return new Set(open.map(hash => byHash.get(hash.toString('hex')) ?? ''))
}
