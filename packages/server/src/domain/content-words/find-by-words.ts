import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { searchLanguage } from '../../text/languages.ts'
import { wordsOf } from '../../text/words.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'
import type { WordedType } from './content-words.sql.ts'
import {
  type Asked,
  everyWord,
  likeHeading,
  type Match,
  nothing,
  selectFound,
  someWord,
} from './find-by-words.sql.ts'

export type { Match } from './find-by-words.sql.ts'
export type { WordedType }

/** Which content is looked in: its kinds, and a condition on `content_words`. */
export interface Narrowing {
  types: WordedType[]
  condition?: Expression<SqlBool> | undefined
}

/** An article, or a piece of content that is none, in the order of how well it fits. */
export interface Hit {
  type: WordedType
  /** The article's, where the content is of one. */
  id: number
}

export interface Found {
  total: number
  hits: Hit[]
  /** How the content was found, for whoever shows why. */
  match: Match
}

/**
 * Content by words, an article being one hit whatever the number of its languages. Content with every word comes first; if
 * there is none, content with some of them; if there is none of that either, content whose headings are spelt like them.
 */
export async function findByWords(
  tx: Tx,
  actor: Actor,
  of: { phrase: string; locales: string[]; narrowing: Narrowing; page: NumberedPage },
): Promise<Found> {
  const asked = askedFor(of.phrase, of.locales)
  if (asked.words.length === 0) return { total: 0, hits: [], match: nothing }
  for (const match of [everyWord(asked), someWord(asked), likeHeading(asked)]) {
    const found = await selectFound(tx, actor.workspace.id, { match, ...of })
    if (found.total > 0) return { ...found, match }
  }
  return { total: 0, hits: [], match: nothing }
}

function askedFor(phrase: string, locales: string[]): Asked {
  const words = [...new Set(wordsOf(phrase.slice(0, LONGEST_PHRASE)))].slice(0, MOST_WORDS)
  return { words, languages: [...new Set(locales.map(searchLanguage))] }
}

const LONGEST_PHRASE = 500
const MOST_WORDS = 40
