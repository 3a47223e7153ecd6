import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { ensureKey, selectKey } from './mailbox.sql.ts'

/**
 * What an address is for: answers to a conversation, or what comes back of the mails of one; the same of a side conversation, and of a
 * message.
 */
export type TagKind = 'r' | 'b' | 's' | 't' | 'm' | 'n'

const PURPOSE = 'reply addresses'

/** What addresses of a workspace are signed with; made when they first are. */
export async function replyKeyOf(tx: Tx, secrets: SecretBox, workspaceId: string): Promise<Buffer> {
  const sealed =
    (await selectKey(tx, workspaceId)) ??
    (await ensureKey(tx, workspaceId, await secrets.seal(randomBytes(32).toString('base64url'), PURPOSE)))
  return Buffer.from(await secrets.open(sealed, PURPOSE), 'base64url')
}

/**
 * `support+r17-k3v…@example.com`: an address that tells by itself what it is of, and that nobody can make up. In
 * lower case alone, for not every server keeps the other.
 */
export function taggedAddress(
  key: Buffer,
  { address, kind, id }: { address: string; kind: TagKind; id: number },
): string {
  const at = address.lastIndexOf('@')
  const tag = `${kind}${id.toString(36)}-${sign(key, kind, id)}`
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}

/** The id that an address of a kind tells; undefined for any other address, and for one that we did not sign. */
export function idOfAddress(
  key: Buffer,
  { address, kind }: { address: string; kind: TagKind },
): number | undefined {
  const [, tag, said = '', signature = ''] =
    /\+([rbstmn])([0-9a-z]{1,11})-([0-9a-z]{20})@/.exec(address.toLowerCase()) ?? []
  const id = Number.parseInt(said, 36)
  if (tag !== kind || !Number.isSafeInteger(id)) return undefined
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(key, kind, id))]
  return timingSafeEqual(given, expected) ? id : undefined
}

/** A hundred bits in the letters of base 32. */
function sign(key: Buffer, kind: TagKind, id: number): string {
  const digest = createHmac('sha256', key).update(`${kind}${id}`).digest()
  return [...digest.subarray(0, 20)].map(byte => LETTERS.charAt(byte & 31)).join('')
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'
