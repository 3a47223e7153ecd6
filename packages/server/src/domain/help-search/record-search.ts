import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { countPhrases, countSearch, forgetSearches } from './help-search.sql.ts'

/** Remembers that somebody looked for something, and whether an article was there for it. Who it was is not kept. */
export async function recordSearch(
  tx: Tx,
  actor: Actor,
  { phrase, locale, found }: { phrase: string; locale: string; found: number },
): Promise<void> {
  const words = impersonal(phrase)
  if (words === undefined) return
  const { count } = await countPhrases(tx, actor)
  // Whoever floods a search makes a day full, and no table.
  if (count >= MOST_PHRASES) return
  if (count === 0) await forgetSearches(tx, actor, KEPT_DAYS)
  await countSearch(tx, actor, { phrase: words, locale, isUnanswered: found === 0 })
}

/** Of one day. */
const MOST_PHRASES = 5000
export const KEPT_DAYS = 400

const LONGEST = 80

/** The words as they are counted; undefined for what may tell of somebody, such as an address or a number of an account. */
function impersonal(phrase: string): string | undefined {
  const words = phrase.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
  const tells = words.includes('@') || /\d[\d .()/+-]{4,}\d/.test(words) || /https?:|www\./.test(words)
  return words.length < 2 || words.length > LONGEST || tells ? undefined : words
}
