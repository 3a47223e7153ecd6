import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { changedLast } from '../../db/changed-last.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'
import type { NumberedPage } from '../paging.ts'

export type ArticleRow = Awaited<ReturnType<typeof selectArticles>>[number]

/** Articles with the ids of their parents, in no order. */
export const selectArticles = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('articles')
    .selectAll('articles')
    .select(article => sql<number[]>`${parentIds(article, workspaceId)}`.as('parent_ids'))
    .where('articles.workspace_id', '=', workspaceId)
    .where('articles.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

const parentIds = (article: ExpressionBuilder<DB, 'articles'>, workspaceId: string) =>
  article
    .selectFrom('article_parents')
    .select(sql<number[]>`coalesce(json_agg(collection_id order by position), '[]')`.as('ids'))
    .where('article_parents.workspace_id', '=', workspaceId)
    .whereRef('article_parents.article_id', '=', 'articles.id')

/** One page of ids, those changed last first, and how many there are. A condition is on the words of the article. */
export async function selectArticleIds(
  tx: Tx,
  workspaceId: string,
  page: NumberedPage,
  condition?: Expression<SqlBool>,
): Promise<{ ids: number[]; total: number }> {
  const every = tx.selectFrom('articles').where('workspace_id', '=', workspaceId)
  const all = condition ? every.where(exists(wordsWhere(tx, workspaceId, condition))) : every
  return changedLast(tx, all.select('id'), page)
}

const exists = (rows: Expression<unknown>) => sql<boolean>`exists ${rows}`

const wordsWhere = (tx: Tx, workspaceId: string, condition: Expression<SqlBool>) =>
  tx
    .selectFrom('content_words')
    .select(sql`1`.as('one'))
    .where('content_words.workspace_id', '=', workspaceId)
    .where('content_words.article_id', '=', sql.ref<number>('articles.id'))
    .where(condition)

/** An article, held until the transaction ends. */
export const lockRow = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('articles')
    .select(['id', 'scheduled_publish_at', 'scheduled_unpublish_at'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** What a request says of an article whatever its language. */
export interface ArticlePatch {
  folder_id?: number | null
  scheduled_publish_at?: number | null
  scheduled_unpublish_at?: number | null
}

export async function insertArticle(tx: Tx, actor: Actor, patch: ArticlePatch): Promise<number> {
  const { id } = await tx
    .insertInto('articles')
    .values({ ...patch, workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateArticleRow(tx: Tx, actor: Actor, id: number, patch: ArticlePatch): Promise<void> {
  await tx
    .updateTable('articles')
    .set({ ...patch, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Deletes an article with its languages, versions and redirects; taggings name it without a foreign key. */
export async function deleteArticleRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('taggings')
    .where('workspace_id', '=', workspaceId)
    .where('object_type', '=', 'article')
    .where('object_id', '=', String(id))
    .execute()
  await tx.deleteFrom('articles').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** Says which collections an article is in, the first being its home. In those it is in already it keeps its place, and comes last in others. */
export async function replaceParents(
  tx: Tx,
  workspaceId: string,
  articleId: number,
  collectionIds: number[],
): Promise<void> {
  await tx
    .deleteFrom('article_parents')
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', articleId)
    .where('collection_id', '!=', sql<number>`all(${collectionIds}::bigint[])`)
    .execute()
  if (collectionIds.length === 0) return
  await tx
    .insertInto('article_parents')
    .values(
      collectionIds.map((collection_id, at) => ({
        ...{ workspace_id: workspaceId, article_id: articleId, collection_id, position: at + 1 },
        place: placeAfterAll(tx, workspaceId, collection_id),
      })),
    )
    .onConflict(conflict =>
      conflict
        .columns(['workspace_id', 'article_id', 'collection_id'])
        .doUpdateSet(row => ({ position: row.ref('excluded.position') })),
    )
    .execute()
}

const placeAfterAll = (tx: Tx, workspaceId: string, collectionId: number) =>
  tx
    .selectFrom('article_parents')
    .select(sql<number>`coalesce(max(place), 0) + 1`.as('place'))
    .where('workspace_id', '=', workspaceId)
    .where('collection_id', '=', collectionId)

/** The articles of a collection in their order, held until the transaction ends. */
export const lockPlaces = (tx: Tx, workspaceId: string, collectionId: number) =>
  tx
    .selectFrom('article_parents')
    .select('article_id')
    .where('workspace_id', '=', workspaceId)
    .where('collection_id', '=', collectionId)
    .orderBy('place')
    .orderBy('article_id')
    .forUpdate()
    .execute()

/** Puts the articles of a collection into an order. */
export async function orderPlaces(
  tx: Tx,
  workspaceId: string,
  collectionId: number,
  articleIds: number[],
): Promise<void> {
  await tx
    .updateTable('article_parents')
    .set({ place: sql`array_position(${articleIds}::bigint[], article_id)` })
    .where('workspace_id', '=', workspaceId)
    .where('collection_id', '=', collectionId)
    .where('article_id', '=', sql<number>`any(${articleIds}::bigint[])`)
    .where(sql<boolean>`place is distinct from array_position(${articleIds}::bigint[], article_id)`)
    .execute()
}
