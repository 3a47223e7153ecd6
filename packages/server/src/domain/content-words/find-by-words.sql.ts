import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type PageOrder, rowsOfPage } from '../../db/numbered.ts'
import type { NumberedPage } from '../paging.ts'
import type { WordedType } from './content-words.sql.ts'
import type { Hit, Narrowing } from './find-by-words.ts'

/** Words as both sides of a search have them, and the languages content is in. */
export interface Asked {
  words: string[]
  languages: string[]
}

/** A way to find content: its condition and its order on `content_words`, and which single words it is about. */
export interface Match {
  condition: Expression<SqlBool>
  rank: RawBuilder<number>
  /** Of some words, those to point out. */
  pointsAt(words: RawBuilder<string>): Expression<SqlBool>
}

/** The last word may be the beginning of one: people look while they type. */
export const everyWord = (asked: Asked): Match => byQuery(asked, '&')

export const someWord = (asked: Asked): Match => byQuery(asked, '|')

function byQuery({ words, languages }: Asked, operator: '&' | '|'): Match {
  // Words are letters and digits alone, so they need no more quoting.
  const text = words.map((word, at) => (at === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(operator)
  const queryIn = (language: string) => sql`to_tsquery(${language}::text::regconfig, ${text})`
  const holds = languages.map(
    language =>
      sql<boolean>`(content_words.language = ${language} and content_words.words @@ ${queryIn(language)})`,
  )
  const ranks = languages.map(
    language =>
      sql`when ${language} then ts_rank_cd('{0.1,0.2,0.6,1}', content_words.words, ${queryIn(language)}, 1)`,
  )
  return {
    condition: sql<boolean>`(${sql.join(holds, sql` or `)})`,
    rank: sql<number>`case content_words.language ${sql.join(ranks, sql` `)} else 0 end`,
    pointsAt: word =>
      sql<boolean>`(${sql.join(
        languages.map(language => {
          const some = sql`to_tsquery(${language}::text::regconfig, ${text.replaceAll('&', '|')})`
          return sql`to_tsvector(${language}::text::regconfig, ${word}) @@ ${some}`
        }),
        sql` or `,
      )})`,
  }
}

/** Alike is what shares enough of its three-letter pieces (`db/pool.ts` says how much). The operator, unlike the function, is served by an index. */
export function likeHeading({ words }: Asked): Match {
  const phrase = words.join(' ')
  return {
    condition: sql<boolean>`${phrase} <% content_words.heading`,
    rank: sql<number>`word_similarity(${phrase}, content_words.heading)`,
    pointsAt: word =>
      sql<boolean>`exists (select 1 from unnest(${words}::text[]) as asked where similarity(asked, ${word}) >= 0.4)`,
  }
}

/** What is never found. */
export const nothing: Match = {
  condition: sql<boolean>`false`,
  rank: sql<number>`0`,
  pointsAt: () => sql<boolean>`false`,
}

/** One page of hits, the best first, and how many there are. */
export async function selectFound(
  tx: Tx,
  workspaceId: string,
  of: { match: Match; narrowing: Narrowing; page: NumberedPage },
): Promise<{ total: number; hits: Hit[] }> {
  const { page } = of
  const found = hitsOf(tx, workspaceId, of)
  const hits = await rowsOfPage(tx.selectFrom(found.as('hit')).selectAll(), BEST, page)
  // Beyond the last page there is no row to carry the total.
  const [first] = hits.length > 0 ? hits : await found.limit(1).execute()
  return { total: first?.total ?? 0, hits: hits.map(({ type, id }) => ({ type, id })) }
}

function hitsOf(tx: Tx, workspaceId: string, { match, narrowing }: { match: Match; narrowing: Narrowing }) {
  const type = sql<WordedType>`content_words.content_type`
  const id = sql<number>`coalesce(content_words.article_id, content_words.content_id)`
  return tx
    .selectFrom('content_words')
    .select([
      type.as('type'),
      id.as('id'),
      sql<number>`max(${match.rank})`.as('rank'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where('content_words.workspace_id', '=', workspaceId)
    .where('content_words.content_type', 'in', narrowing.types)
    .where(match.condition)
    .where(narrowing.condition ?? sql<boolean>`true`)
    .groupBy([type, id])
}

const BEST: PageOrder = {
  ...{ name: 'best hits', direction: 'desc' },
  places: [
    { by: sql`hit.rank::float8`, type: 'float8' },
    { by: 'hit.id', type: 'bigint' },
    { by: 'hit.type', type: 'text' },
  ],
}

/** Of some words, those a match is about. */
export async function selectPointed(tx: Tx, match: Match, words: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words}::text[]) as word where ${match.pointsAt(sql<string>`word`)}`.execute(tx)
  return new Set(rows.map(row => row.word))
}
