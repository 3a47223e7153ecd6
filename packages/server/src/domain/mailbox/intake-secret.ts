import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import { type MailboxRow, selectMailboxes } from './mailbox.sql.ts'

/** What passwords of mail servers are sealed for. */
export const PASSWORD_PURPOSE = 'mailbox password'

/** A secret that mails are posted with, and what is kept of it. */
export function newIntakeSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(24).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

/** The mailbox whose mails are posted with a secret; undefined for nobody's. */
export async function findBySecret(
  tx: Tx,
  { workspaceId, secret }: { workspaceId: string; secret: string },
): Promise<MailboxRow | undefined> {
  const given = hashOf(secret)
  const rows = await selectMailboxes(tx, workspaceId)
  return rows.find(row => row.secret_hash !== null && timingSafeEqual(row.secret_hash, given))
}

const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')
