import { randomBytes } from 'node:crypto'
import { problem } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { signInErrors } from '@guichet/contract/sign-in-errors.ts'
import type { Tx } from '../../db/database.ts'
import { hashToken } from '../token/index.ts'
import {
  addAttempt,
  deleteExpired,
  deleteTokens,
  insertToken,
  type Kind,
  markUsed,
  type NewOneTimeToken,
  selectToken,
} from './one-time-token.sql.ts'

/** What a link or a challenge stands for. */
export interface OneTimeToken {
  accountId: number | undefined
  workspaceId: string | undefined
  data: Record<string, unknown>
  attempts: number
  expiresAt: number
}

/** Makes a token that lets somebody do one thing once. Only its hash is kept. */
export async function issueOneTimeToken(tx: Tx, token: NewOneTimeToken): Promise<string> {
  const text = randomBytes(32).toString('base64url')
  await insertToken(tx, hashToken(text), token)
  return text
}

/** What a token stands for; 404 for one that is unknown, used up or expired. */
export async function findToken(tx: Tx, text: string, kind: Kind, now: number): Promise<OneTimeToken> {
  const row = await selectToken(tx, hashToken(text), kind, now)
  if (!row) throw problem(signInErrors.linkUnknown)
  return {
    ...{ accountId: row.account_id ?? undefined, workspaceId: row.workspace_id ?? undefined },
    ...{ data: fieldsOf(row.data), attempts: row.attempts, expiresAt: row.expires_at },
  }
}

/** Uses a token up; 404 where somebody else has. */
export async function spendToken(tx: Tx, text: string, now: number): Promise<void> {
  if (!(await markUsed(tx, hashToken(text), now))) throw problem(signInErrors.linkUnknown)
}

/** Counts an attempt with a token, and tells how many there were. */
export const countAttempt = (tx: Tx, text: string): Promise<number> => addAttempt(tx, hashToken(text))

/** Forgets tokens of a kind: of an account, of a workspace, or that hold something. */
export const dropTokens = deleteTokens

/** Forgets the tokens that expired a day ago. */
export const forgetTokens = (tx: Tx, now: number): Promise<void> => deleteExpired(tx, now - 86_400)
