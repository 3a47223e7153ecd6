import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { ContentWords } from '../../db/schema.d.ts'
import type { Worded } from './content-words.ts'

export type WordedType = ContentWords['content_type']

/** Everything but the language is words with a space between. */
export interface WordsRow {
  article_id: number | null
  language: string
  heading: string
  title: string
  description: string
  body: string
}

export async function upsertWords(tx: Tx, workspaceId: string, on: Worded, row: WordsRow): Promise<void> {
  const { article_id, language, heading } = row
  const weighed = (text: string, weight: 'A' | 'B' | 'C') =>
    sql<string>`setweight(to_tsvector(${language}::text::regconfig, ${text}), ${sql.lit(weight)})`
  const words = sql<string>`${weighed(row.title, 'A')} || ${weighed(row.description, 'B')} || ${weighed(row.body, 'C')}`
  await tx
    .insertInto('content_words')
    .values({
      workspace_id: workspaceId,
      content_type: on.type,
      content_id: on.id,
      article_id,
      language,
      heading,
      words,
    })
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'content_type', 'content_id'])
        .doUpdateSet({ language, heading, words: sql`excluded.words` }),
    )
    .execute()
}

export async function deleteWords(
  tx: Tx,
  workspaceId: string,
  type: WordedType,
  ids: number[],
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('content_words')
    .where('workspace_id', '=', workspaceId)
    .where('content_type', '=', type)
    .where('content_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
}
