import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import { searchLanguage } from '../../text/languages.ts'
import { wordsOf } from '../../text/words.ts'
import type { Actor } from '../actor.ts'
import { deleteWords, upsertWords, type WordedType } from './content-words.sql.ts'

/** One piece of content that can be found by its words. */
export interface Worded {
  type: WordedType
  id: number
}

/** What of it is read. */
export interface Knowledge {
  locale: string
  title: string
  description?: string
  html: string
  /** The article it is a language of. */
  articleId?: number
}

/** Makes a piece of content findable as it is now: whoever writes it calls this in the same transaction. */
export async function keepWords(tx: Tx, actor: Actor, on: Worded, known: Knowledge): Promise<void> {
  const { title, description = '', html } = known
  await upsertWords(tx, actor.workspace.id, on, {
    article_id: known.articleId ?? null,
    language: searchLanguage(known.locale),
    heading: spaced([title, description, ...headingsOf(html)].join(' '), LONGEST_HEADING),
    title: spaced(title, LONGEST),
    description: spaced(description, LONGEST),
    body: spaced(toPlain(html), LONGEST),
  })
}

/** Content that is gone is not found any more. */
export const dropWords = (tx: Tx, actor: Actor, type: WordedType, ids: number[]): Promise<void> =>
  deleteWords(tx, actor.workspace.id, type, ids)

const headingsOf = (html: string): string[] =>
  [...html.matchAll(/<h[1-6]\b[^>]*>([\s\S]*?)<\/h[1-6]>/gi)].map(([, inner = '']) => toPlain(inner))

const spaced = (text: string, most: number): string => wordsOf(text.slice(0, most)).join(' ')

/** A tsvector is refused beyond 1 MB. */
const LONGEST = 200_000
const LONGEST_HEADING = 2000
