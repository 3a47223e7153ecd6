import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** The collections of a help center, in their order, each with how many articles of a language readers find in it. */
export const selectShelves = (tx: Tx, workspaceId: string, helpCenterId: number, locale: string) =>
  tx
    .selectFrom('collections')
    .select(['id', 'parent_id', 'icon', 'contents', 'updated_at'])
    .select(collection =>
      collection
        .selectFrom('article_parents as place')
        .innerJoin('article_contents as content', join =>
          join
            .onRef('content.workspace_id', '=', 'place.workspace_id')
            .onRef('content.article_id', '=', 'place.article_id'),
        )
        .select(sql<number>`count(*)::int`.as('count'))
        .where('place.workspace_id', '=', workspaceId)
        .whereRef('place.collection_id', '=', 'collections.id')
        .where(readable(tx, workspaceId, locale))
        .as('articles'),
    )
    .where('workspace_id', '=', workspaceId)
    .where('help_center_id', '=', helpCenterId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** What readers find in some collections in a language, in the order of each. */
export const selectLeaves = (tx: Tx, workspaceId: string, collectionIds: number[], locale: string) =>
  readableTexts(tx, workspaceId, locale)
    .innerJoin('article_parents as place', join =>
      join
        .onRef('place.workspace_id', '=', 'content.workspace_id')
        .onRef('place.article_id', '=', 'content.article_id'),
    )
    .select(['place.collection_id', 'content.article_id as id', 'version.title', 'version.description'])
    .where('place.workspace_id', '=', workspaceId)
    .where('place.collection_id', '=', sql<number>`any(${collectionIds}::bigint[])`)
    .orderBy('place.collection_id')
    .orderBy('place.place')
    .orderBy('content.article_id')
    .execute()

/** What readers of a language have looked at most. */
export const selectPopular = (
  tx: Tx,
  workspaceId: string,
  { helpCenter, locale, limit }: { helpCenter: Home; locale: string; limit: number },
) =>
  readableTexts(tx, workspaceId, locale)
    .innerJoin('articles', join =>
      join
        .onRef('articles.workspace_id', '=', 'content.workspace_id')
        .onRef('articles.id', '=', 'content.article_id'),
    )
    .select(['content.article_id as id', 'version.title', 'version.description'])
    .where('articles.workspace_id', '=', workspaceId)
    .where(inHelpCenter(tx, workspaceId, helpCenter))
    .orderBy('articles.views', 'desc')
    .orderBy('articles.id')
    .limit(limit)
    .execute()

/** One article as readers find it in each of its languages, and the collections it is in. */
export const selectPage = (tx: Tx, workspaceId: string, articleId: number) =>
  readableTexts(tx, workspaceId)
    .innerJoin('admins as author', join =>
      join
        .onRef('author.workspace_id', '=', 'version.workspace_id')
        .onRef('author.id', '=', 'version.author_id'),
    )
    .select(['content.locale', 'version.title', 'version.description', 'version.body'])
    .select(['content.first_published_at', 'content.updated_at', 'author.name as author'])
    .select(page =>
      page
        .selectFrom('article_parents as place')
        .select(
          sql<number[]>`coalesce(json_agg(place.collection_id order by place.position), '[]')`.as('ids'),
        )
        .where('place.workspace_id', '=', workspaceId)
        .whereRef('place.article_id', '=', 'content.article_id')
        .as('collection_ids'),
    )
    .where('author.workspace_id', '=', workspaceId)
    .where('content.article_id', '=', articleId)
    .orderBy('content.id')
    .execute()

/** The condition on `content_words` that keeps a search to what readers find in a language. */
export function wordsReadable(
  tx: Tx,
  workspaceId: string,
  { locale, helpCenter }: { locale: string; helpCenter: Home },
): Expression<SqlBool> {
  const contents = tx
    .selectFrom('article_contents as content')
    .select(sql`1`.as('one'))
    .where('content.workspace_id', '=', workspaceId)
    .where('content.id', '=', sql.ref<number>('content_words.content_id'))
    .where(readable(tx, workspaceId, locale))
    .where(inHelpCenter(tx, workspaceId, helpCenter))
  return sql<boolean>`exists ${contents}`
}

/** Titles and texts of what a search found, in no order. */
export const selectFoundTexts = (tx: Tx, workspaceId: string, ids: number[], locale: string) =>
  readableTexts(tx, workspaceId, locale)
    .select(['content.article_id as id', 'version.title', 'version.description', 'version.body'])
    .where('content.article_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** Every page of a help center with its languages, for the map of the site. */
export const selectEveryPage = (tx: Tx, workspaceId: string, helpCenter: Home) =>
  readableTexts(tx, workspaceId)
    .select(['content.article_id as id', 'content.locale', 'version.title', 'content.updated_at'])
    .where(inHelpCenter(tx, workspaceId, helpCenter))
    .orderBy('content.article_id')
    .orderBy('content.id')
    .limit(MOST_IN_A_MAP)
    .execute()

/** The protocol of site maps allows no more in one. */
const MOST_IN_A_MAP = 50_000

/** Texts of articles that readers find, as `content` and `version`. */
const readableTexts = (tx: Tx, workspaceId: string, locale?: string) =>
  tx
    .selectFrom('article_contents as content')
    .innerJoin('article_versions as version', join =>
      join
        .onRef('version.workspace_id', '=', 'content.workspace_id')
        .onRef('version.id', '=', 'content.version_id'),
    )
    .where('content.workspace_id', '=', workspaceId)
    .where('version.workspace_id', '=', workspaceId)
    .where(readable(tx, workspaceId, locale))

/** The help center something is in. */
export interface Home {
  id: number
  is_default: boolean
}

/** Articles in no collection are in the default help center. */
function inHelpCenter(tx: Tx, workspaceId: string, { id, is_default }: Home): Expression<SqlBool> {
  const places = tx
    .selectFrom('article_parents as place')
    .innerJoin('collections', join =>
      join
        .onRef('collections.workspace_id', '=', 'place.workspace_id')
        .onRef('collections.id', '=', 'place.collection_id'),
    )
    .select(sql`1`.as('one'))
    .where('place.workspace_id', '=', workspaceId)
    .where('place.article_id', '=', sql.ref<number>('content.article_id'))
  const here = sql<boolean>`exists ${places.where('collections.help_center_id', '=', id)}`
  return is_default ? sql<boolean>`(${here} or not exists ${places})` : here
}

/** Published, in a language or in any, and not kept for an audience: readers have not said who they are. */
function readable(tx: Tx, workspaceId: string, locale?: string): Expression<SqlBool> {
  const audiences = tx
    .selectFrom('content_audiences')
    .select(sql`1`.as('one'))
    .where('content_audiences.workspace_id', '=', workspaceId)
    .where('content_audiences.content_type', '=', 'article_content')
    .where('content_audiences.content_id', '=', sql.ref<number>('content.id'))
  const inLanguage = locale === undefined ? sql`true` : sql`content.locale = ${locale}`
  return sql<boolean>`(content.state = 'published' and ${inLanguage} and not exists ${audiences})`
}

/** Where an old address of the help center leads, by what follows the help center's own. */
export const selectLead = (tx: Tx, workspaceId: string, helpCenterId: number, path: string) =>
  tx
    .selectFrom('help_center_redirects')
    .select(['locale', 'article_id', 'collection_id'])
    .where('workspace_id', '=', workspaceId)
    .where('help_center_id', '=', helpCenterId)
    .where('path', '=', path)
    .executeTakeFirst()

/** Counts that somebody looked at an article, or how they felt about it. */
export async function countOn(
  tx: Tx,
  workspaceId: string,
  articleId: number,
  what: 'views' | 'happy_reactions' | 'neutral_reactions' | 'sad_reactions',
): Promise<void> {
  await tx
    .updateTable('articles')
    .set(article => ({ [what]: article(what, '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', articleId)
    .execute()
}
