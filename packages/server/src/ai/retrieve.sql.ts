import { type ExpressionBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { DB } from '../db/schema.d.ts'

export interface Candidate {
  type: 'article_content' | 'content_snippet' | 'external_content'
  /** Of the row that has its text. */
  id: number
  language: string
  /** Which of the words it has. */
  matched: string[]
  /** Whether one of them is in its title. */
  titled: boolean
  audience_ids: number[]
}

/** Languages that a workspace has content in, as dictionaries. */
export async function selectLanguages(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('content_words')
    .select('language')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .execute()
  return rows.map(row => row.language)
}

/** Content Fin may speak of that has some of the words, what fits best first. */
export function selectCandidates(
  tx: Tx,
  workspaceId: string,
  { language, lexemes }: { language: string; lexemes: string[] },
): Promise<Candidate[]> {
  const query = someOf(lexemes.map(quoted))
  return tx
    .selectFrom('content_words')
    .select(['content_words.content_id as id', 'content_words.language'])
    .select(row => [
      row.ref('content_words.content_type').$castTo<Candidate['type']>().as('type'),
      sql<string[]>`array(select lexeme from unnest(${lexemes}::text[]) as lexeme
        where lexeme = any(tsvector_to_array(content_words.words)))`.as('matched'),
      // Titles have the weight A.
      sql<boolean>`content_words.words @@ ${someOf(lexemes.map(lexeme => `${quoted(lexeme)}:A`))}`.as(
        'titled',
      ),
      row
        .selectFrom('content_audiences')
        .select(sql<number[]>`coalesce(array_agg(audience_id), '{}')`.as('ids'))
        .where('content_audiences.workspace_id', '=', workspaceId)
        .whereRef('content_audiences.content_type', '=', 'content_words.content_type')
        .whereRef('content_audiences.content_id', '=', 'content_words.content_id')
        .$asScalar()
        .$notNull()
        .as('audience_ids'),
    ])
    .where('content_words.workspace_id', '=', workspaceId)
    .where('content_words.language', '=', language)
    .where(sql<boolean>`content_words.words @@ ${query}`)
    .where(row => mayBeSpokenOf(row, workspaceId))
    .orderBy(sql`ts_rank_cd('{0.1,0.2,0.6,1}', content_words.words, ${query}, 1)`, 'desc')
    .orderBy('content_words.content_id')
    .limit(20)
    .execute()
}

const someOf = (terms: string[]) => sql`array_to_string(${terms}::text[], ' | ')::tsquery`

/** A lexeme as a tsquery takes it literally. */
const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

function mayBeSpokenOf(row: ExpressionBuilder<DB, 'content_words'>, workspaceId: string) {
  const article = row
    .selectFrom('article_contents')
    .select('article_contents.id')
    .where('article_contents.workspace_id', '=', workspaceId)
    .whereRef('article_contents.id', '=', 'content_words.content_id')
    .where('article_contents.state', '=', 'published')
    .where('article_contents.ai_chatbot_availability', '=', true)
  const snippet = row
    .selectFrom('content_snippets')
    .select('content_snippets.id')
    .where('content_snippets.workspace_id', '=', workspaceId)
    .whereRef('content_snippets.id', '=', 'content_words.content_id')
    .where('content_snippets.ai_chatbot_availability', '=', true)
  const page = row
    .selectFrom('external_pages')
    .select('external_pages.id')
    .where('external_pages.workspace_id', '=', workspaceId)
    .whereRef('external_pages.id', '=', 'content_words.content_id')
    .where('external_pages.ai_chatbot_availability', '=', true)
  return row.or([
    row.and([row('content_words.content_type', '=', 'article_content'), row.exists(article)]),
    row.and([row('content_words.content_type', '=', 'content_snippet'), row.exists(snippet)]),
    row.and([row('content_words.content_type', '=', 'external_content'), row.exists(page)]),
  ])
}

/** In how many pieces of content each of some words is. */
export async function selectFrequencies(
  tx: Tx,
  workspaceId: string,
  { language, lexemes }: { language: string; lexemes: string[] },
): Promise<{ total: number; having: number[] }> {
  const counts = lexemes.map(
    lexeme =>
      sql<number>`count(*) filter (where content_words.words @@ ${quoted(lexeme)}::text::tsquery)::int`,
  )
  const row = await tx
    .selectFrom('content_words')
    .select([sql<number>`count(*)::int`.as('total'), sql<number[]>`array[${sql.join(counts)}]`.as('having')])
    .where('content_words.workspace_id', '=', workspaceId)
    .where('content_words.language', '=', language)
    .executeTakeFirstOrThrow()
  return row
}

export interface Text {
  title: string
  body: string
  locale: string
  url: string | null
  /** What it goes by outside: the article's id, where it is one language of it. */
  id: number
}

/** The text of a piece of content, as HTML or Markdown. */
export function selectText(tx: Tx, workspaceId: string, of: Candidate): Promise<Text | undefined> {
  if (of.type === 'article_content') return selectArticle(tx, workspaceId, of.id)
  return of.type === 'external_content'
    ? selectPage(tx, workspaceId, of.id)
    : selectSnippet(tx, workspaceId, of.id)
}

const selectArticle = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('article_contents')
    .innerJoin('article_versions', join =>
      join
        .onRef('article_versions.workspace_id', '=', 'article_contents.workspace_id')
        .onRef('article_versions.id', '=', 'article_contents.version_id'),
    )
    .select(['article_versions.title', 'article_versions.body', 'article_contents.locale'])
    .select(['article_contents.article_id as id', sql<null>`null`.as('url')])
    .where('article_contents.workspace_id', '=', workspaceId)
    .where('article_contents.id', '=', id)
    .executeTakeFirst()

const selectSnippet = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('content_snippets')
    .select(['id', 'title', 'body_markdown as body', 'locale', sql<null>`null`.as('url')])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

const selectPage = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('external_pages')
    .select(['id', 'title', 'html as body', 'locale', 'url'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
