import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  ArticleVersion,
  ArticleVersionList,
  ArticleVersionSummary,
} from '@guichet/contract/models/article-version.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { helpCentersById, mayReadArticles } from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { selectArticles } from './article.sql.ts'
import { selectVersion, selectVersions, type VersionRow } from './version.sql.ts'

/** One page of the texts an article has had, the newest first. 400 for a language no help center has. */
export async function listVersions(
  tx: Tx,
  actor: Actor,
  id: string,
  query: PageQuery & { locale?: string },
): Promise<Static<typeof ArticleVersionList>> {
  mayReadArticles(actor)
  const articleId = await requireArticle(tx, actor, id)
  await checkLocale(tx, actor, query.locale)
  const page = numberedPage(query, { usual: 25, most: 150 })
  const { rows, total } = await selectVersions(tx, actor.workspace.id, {
    articleId,
    locale: query.locale,
    page,
  })
  return {
    type: 'list',
    pages: numberedPages(actor, `/articles/${articleId}/versions`, query, page, total),
    total_count: total,
    data: rows.map(viewSummary),
  }
}

/** One text an article has had, whole; 404 when there is none of that id in that language. */
export async function findVersion(
  tx: Tx,
  actor: Actor,
  { articleId, id, locale }: { articleId: string; id: string; locale?: string | undefined },
): Promise<Static<typeof ArticleVersion>> {
  mayReadArticles(actor)
  const article = await requireArticle(tx, actor, articleId)
  await checkLocale(tx, actor, locale)
  const key = numericId(id)
  const row =
    key === undefined
      ? undefined
      : await selectVersion(tx, actor.workspace.id, { articleId: article, id: key, locale })
  if (!row) throw problem(errors.notFound)
  const { body, body_markdown, updated_at } = row
  return { ...viewSummary(row), body, body_markdown, updated_at }
}

async function requireArticle(tx: Tx, actor: Actor, id: string): Promise<number> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectArticles(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.notFound)
  return row.id
}

async function checkLocale(tx: Tx, actor: Actor, locale: string | undefined): Promise<void> {
  if (locale === undefined) return
  const { all } = await helpCentersById(tx, actor)
  if (!all.values().some(({ locales }) => locales.includes(locale))) throw problem(errors.localeUnknown)
}

const viewSummary = (
  row: Omit<VersionRow, 'body' | 'body_markdown'>,
): Static<typeof ArticleVersionSummary> => ({
  type: 'article_version',
  id: String(row.id),
  article_id: String(row.article_id),
  title: row.title,
  description: row.description,
  author_id: String(row.author_id),
  created_by_id: row.created_by === null ? null : String(row.created_by),
  created_via: row.created_via,
  from_version_id: row.from_version_id === null ? null : String(row.from_version_id),
  state: row.is_live ? 'published' : 'draft',
  created_at: row.created_at,
})
