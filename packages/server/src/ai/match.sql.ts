import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { wordsOf } from '../text/words.ts'
import type { Passage } from './passages.ts'

/** The words of a question as one language's dictionary has them, without those that say nothing; all of them where it leaves none. */
export async function lexemesOf(tx: Tx, language: string, words: string): Promise<string[]> {
  const { rows } = await sql<{ lexemes: string[] }>`
    select tsvector_to_array(to_tsvector(${language}::text::regconfig, ${wordsOf(words).join(' ')})) as lexemes`.execute(
    tx,
  )
  return rows[0]?.lexemes ?? []
}

/** Which passages have most of some words, the best first; those with none are left out. */
export async function matchPassages(
  tx: Tx,
  { language, lexemes }: { language: string; lexemes: string[] },
  passages: Passage[],
): Promise<{ at: number; matched: number }[]> {
  const texts = passages.slice(0, MOST).map(({ text }) => wordsOf(text).join(' '))
  const { rows } = await sql<{ at: number; matched: number }>`
    select at::int - 1 as at, matched::int as matched
    from unnest(${texts}::text[]) with ordinality as passage (words, at),
      lateral (
        select count(*) as matched
        from unnest(tsvector_to_array(to_tsvector(${language}::text::regconfig, passage.words))) as lexeme
        where lexeme = any(${lexemes}::text[])
      ) as counted
    where matched > 0
    order by matched desc, at`.execute(tx)
  return rows
}

const MOST = 200
