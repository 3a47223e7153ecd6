import { invalid, missing } from '@guichet/contract/errors.ts'
import { isUuid } from '../../db/ids.ts'

/** One of the answers offered to a contact; the uuid is the caller's. */
export interface QuickReply {
  text: string
  uuid: string
}

/** The words of a reply: 400 when there are none and nothing is attached either. */
export function requireBody(body: string | null | undefined, hasFiles: boolean): string {
  if (body === undefined || body === null) {
    if (hasFiles) return ''
    throw missing('body')
  }
  if (body.trim() === '' && !hasFiles) throw invalid('body cannot be blank', 'body')
  return body
}

/** The answers offered, or the one picked: 400 when there are none. */
export function requireOptions(options: QuickReply[] | null | undefined): QuickReply[] {
  if (!options || options.length === 0) throw missing('reply_options')
  if (options.length > MOST_OPTIONS)
    throw invalid(`at most ${MOST_OPTIONS} reply_options may be offered`, 'reply_options')
  for (const { uuid } of options) if (!isUuid(uuid)) throw invalid('uuid must be a UUID', 'reply_options')
  return options.map(({ text, uuid }) => ({ text, uuid }))
}

const MOST_OPTIONS = 50

/** The moment a message of an import was written: not before 1970, not after now. */
export function momentOf(createdAt: number | undefined, now: number): number | undefined {
  if (createdAt === undefined) return undefined
  if (createdAt < 0 || createdAt > now + MOST_SKEW)
    throw invalid('created_at must be a Unix timestamp in the past', 'created_at')
  return Math.min(createdAt, now)
}

/** Clocks of callers run ahead a little. */
const MOST_SKEW = 3600
