import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type PageOrder, rowsOfPage } from '../../db/numbered.ts'
import type { WordedType } from '../content-words/index.ts'
import type { NumberedPage } from '../paging.ts'
import type { ContentFilter } from './content-filter.ts'

/** Everything that can be searched, a row per language of an article, with what searches narrow it by. */
const itemsOf = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('article_contents as content')
    .innerJoin('articles as article', join =>
      join
        .onRef('article.workspace_id', '=', 'content.workspace_id')
        .onRef('article.id', '=', 'content.article_id'),
    )
    .select([
      sql<WordedType>`'article_content'`.as('type'),
      'content.id',
      sql<string>`'article'`.as('tagged_type'),
    ])
    .select([
      sql<number>`content.article_id`.as('whole_id'),
      sql<string>`content.state`.as('state'),
      'content.locale',
    ])
    .select(['article.folder_id', 'content.ai_chatbot_availability', 'content.ai_copilot_availability'])
    .select(['content.ai_sales_agent_availability', 'content.created_by', 'content.updated_by'])
    .select(['content.created_at', 'content.updated_at'])
    .where('content.workspace_id', '=', workspaceId)
    .where('article.workspace_id', '=', workspaceId)
    .unionAll(
      tx
        .selectFrom('internal_articles')
        .select([
          sql<WordedType>`'internal_article'`.as('type'),
          'id',
          sql<string>`'internal_article'`.as('tagged_type'),
        ])
        .select([sql<number>`id`.as('whole_id'), sql<string>`'published'`.as('state'), 'locale', 'folder_id'])
        .select(['ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'])
        .select(['created_by', 'updated_by', 'created_at', 'updated_at'])
        .where('workspace_id', '=', workspaceId),
    )
    .unionAll(
      tx
        .selectFrom('content_snippets')
        .select([
          sql<WordedType>`'content_snippet'`.as('type'),
          'id',
          sql<string>`'content_snippet'`.as('tagged_type'),
        ])
        .select([sql<number>`id`.as('whole_id'), sql<string>`'published'`.as('state'), 'locale'])
        .select(sql<number | null>`null::bigint`.as('folder_id'))
        .select(['ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'])
        .select(['created_by', 'updated_by', 'created_at', 'updated_at'])
        .where('workspace_id', '=', workspaceId),
    )
    .unionAll(
      tx
        .selectFrom('external_pages')
        .select([
          sql<WordedType>`'external_content'`.as('type'),
          'id',
          sql<string>`'external_content'`.as('tagged_type'),
        ])
        .select([sql<number>`id`.as('whole_id'), sql<string>`'published'`.as('state'), 'locale'])
        .select(sql<number | null>`null::bigint`.as('folder_id'))
        .select(['ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'])
        .select(['created_by', 'updated_by', 'created_at', 'updated_at'])
        .where('workspace_id', '=', workspaceId),
    )

/** One page of the items a filter leaves, those changed last first, an article being one; and how many there are. */
export async function selectRecent(
  tx: Tx,
  workspaceId: string,
  { filter, page }: { filter: ContentFilter; page: NumberedPage },
): Promise<{ total: number; hits: { type: WordedType; id: number }[] }> {
  const found = tx
    .selectFrom(itemsOf(tx, workspaceId).as('item'))
    .select(['item.type', 'item.whole_id', sql<number>`max(item.updated_at)`.as('at')])
    .select(sql<number>`count(*) over ()`.as('total'))
    .where(leaves(tx, workspaceId, filter))
    .groupBy(['item.type', 'item.whole_id'])
  const rows = await rowsOfPage(tx.selectFrom(found.as('hit')).selectAll(), RECENT, page)
  const [first] = rows.length > 0 ? rows : await found.limit(1).execute()
  return { total: first?.total ?? 0, hits: rows.map(({ type, whole_id }) => ({ type, id: whole_id })) }
}

const RECENT: PageOrder = {
  ...{ name: 'recent content', direction: 'desc' },
  places: [
    { by: 'hit.at', type: 'bigint' },
    { by: 'hit.whole_id', type: 'bigint' },
    { by: 'hit.type', type: 'text' },
  ],
}

/** Whether a filter leaves the content that a row of `content_words` is of. */
export function wordsLeft(tx: Tx, workspaceId: string, filter: ContentFilter): Expression<SqlBool> {
  const item = tx
    .selectFrom(itemsOf(tx, workspaceId).as('item'))
    .select(sql`1`.as('one'))
    .where('item.type', '=', sql.ref<WordedType>('content_words.content_type'))
    .where('item.id', '=', sql.ref<number>('content_words.content_id'))
    .where(leaves(tx, workspaceId, filter))
  return sql<boolean>`exists ${item}`
}

function leaves(tx: Tx, workspaceId: string, filter: ContentFilter): Expression<SqlBool> {
  const {
    states,
    locales,
    folderIds,
    createdBy,
    updatedBy,
    flags,
    after,
    before,
    changedAfter,
    changedBefore,
  } = filter
  const conditions: Expression<SqlBool>[] = [
    sql<boolean>`item.type = any(${filter.types}::text[])`,
    ...(states ? [sql<boolean>`item.state = any(${states}::text[])`] : []),
    ...(locales ? [sql<boolean>`item.locale = any(${locales}::text[])`] : []),
    ...(folderIds ? [sql<boolean>`item.folder_id = any(${folderIds}::bigint[])`] : []),
    ...(createdBy ? [sql<boolean>`item.created_by = any(${createdBy}::bigint[])`] : []),
    ...(updatedBy ? [sql<boolean>`item.updated_by = any(${updatedBy}::bigint[])`] : []),
    ...flags.map(({ column, on }) => sql<boolean>`${sql.ref(`item.${column}`)} = ${on}`),
    ...(after === undefined ? [] : [sql<boolean>`item.created_at >= ${after}`]),
    ...(before === undefined ? [] : [sql<boolean>`item.created_at <= ${before}`]),
    ...(changedAfter === undefined ? [] : [sql<boolean>`item.updated_at >= ${changedAfter}`]),
    ...(changedBefore === undefined ? [] : [sql<boolean>`item.updated_at <= ${changedBefore}`]),
    ...filter.tags.map(({ ids, has }) => {
      const tagged = taggedWith(tx, workspaceId, ids)
      return has ? tagged : sql<boolean>`not ${tagged}`
    }),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

function taggedWith(tx: Tx, workspaceId: string, tagIds: number[]): Expression<SqlBool> {
  const taggings = tx
    .selectFrom('taggings')
    .select(sql`1`.as('one'))
    .where('taggings.workspace_id', '=', workspaceId)
    .where('taggings.object_type', '=', sql.ref<string>('item.tagged_type'))
    .where('taggings.object_id', '=', sql<string>`item.whole_id::text`)
    .where('taggings.tag_id', '=', sql<number>`any(${tagIds}::bigint[])`)
  return sql<boolean>`exists ${taggings}`
}

/** The titles of some content of one kind; of articles in every language. */
export async function selectTitles(
  tx: Tx,
  workspaceId: string,
  type: WordedType,
  ids: number[],
): Promise<{ id: number; content_id: number; title: string; locale: string }[]> {
  const among = sql<number>`any(${ids}::bigint[])`
  if (type === 'article_content')
    return tx
      .selectFrom('article_contents as content')
      .innerJoin('article_versions as version', join =>
        join
          .onRef('version.workspace_id', '=', 'content.workspace_id')
          .onRef('version.id', '=', 'content.version_id'),
      )
      .select(['content.article_id as id', 'content.id as content_id', 'version.title', 'content.locale'])
      .where('content.workspace_id', '=', workspaceId)
      .where('content.article_id', '=', among)
      .orderBy('content.id')
      .execute()
  return tx
    .selectFrom(TABLES[type])
    .select(['id', 'id as content_id', 'title', 'locale'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', among)
    .execute()
}

const TABLES = {
  internal_article: 'internal_articles',
  content_snippet: 'content_snippets',
  external_content: 'external_pages',
} as const
