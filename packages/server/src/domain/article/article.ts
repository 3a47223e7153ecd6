import { errors, problem } from '@guichet/contract/errors.ts'
import type { ArticleList, DeletedArticle } from '@guichet/contract/models/article.ts'
import type { CreateArticleRequest, UpdateArticleRequest } from '@guichet/contract/operations/articles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { requireAudiences, setAudiencesOnAll } from '../audience/index.ts'
import { type CollectionRef, requireCollections } from '../collection/index.ts'
import { requireFolder } from '../folder/index.ts'
import {
  addLocales,
  defaultHelpCenter,
  eachLocale,
  type HelpCenterRow,
  mayReadArticles,
  mayWriteArticles,
  requireHelpCenter,
} from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import {
  articleCreated,
  articleDeleted,
  articlePublished,
  articleUpdated,
  stateChanged,
} from './article.events.ts'
import { type GivenContent, readContent } from './article.input.ts'
import {
  deleteArticleRow,
  insertArticle,
  lockRow,
  replaceParents,
  selectArticleIds,
  selectArticles,
  updateArticleRow,
} from './article.sql.ts'
import { type ArticleView, mainContent, viewArticles, viewOneArticle } from './article.view.ts'
import { type ContentRow, selectContents } from './content.sql.ts'
import { readSchedule } from './schedule.ts'
import { addContent, changeContent, dropContents } from './write-content.ts'

type UpdateArticle = Static<typeof UpdateArticleRequest>

/** One page of articles, those changed last first, without statistics. */
export async function listArticles(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof ArticleList>> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 25, most: 150 })
  const { ids, total } = await selectArticleIds(tx, actor.workspace.id, page)
  return {
    type: 'list',
    pages: numberedPages(actor, '/articles', query, page, total),
    total_count: total,
    data: await viewArticles(tx, actor, ids),
  }
}

/** One article with its statistics; 404 when there is none. */
export async function findArticle(tx: Tx, actor: Actor, id: string): Promise<ArticleView> {
  mayReadArticles(actor)
  const key = numericId(id)
  const [found] = await viewArticles(tx, actor, key === undefined ? [] : [key])
  if (!found) throw problem(errors.notFound)
  return viewOneArticle(tx, actor, Number(found.id))
}

/** Makes an article in one language or several. */
export async function createArticle(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateArticleRequest>,
): Promise<ArticleView> {
  mayWriteArticles(actor)
  const parents = (await newParents(tx, actor, request)) ?? []
  const helpCenter = await homeOf(tx, actor, parents)
  const given = await readLanguages(tx, actor, request, helpCenter)
  const main = given.get(helpCenter.default_locale)
  if (main?.text.author_id === undefined) throw problem(errors.articleAuthorMissing)
  const { delaysPublishing, ...schedule } = readSchedule(actor, { ...request, state: main.state }, false)
  if (delaysPublishing) for (const content of given.values()) if (content) content.state = 'draft'
  const folder_id = await requireFolder(tx, actor, request.folder_id ?? null)
  const articleId = await insertArticle(tx, actor, { folder_id, ...schedule })
  await replaceParents(
    tx,
    actor.workspace.id,
    articleId,
    parents.map(({ id }) => id),
  )
  for (const [locale, content] of given)
    if (content)
      await addContent(tx, actor, {
        place: { articleId, locale },
        given: content,
        authorId: main.text.author_id,
      })
  await addLocales(tx, actor, helpCenter, [...given.keys()])
  await append(
    tx,
    actor,
    articleCreated(articleId),
    ...(main.state === 'published' ? [articlePublished(articleId)] : []),
  )
  return viewOneArticle(tx, actor, articleId)
}

/** Changes an article; what a request leaves out stays, and a language set to null goes. */
export async function updateArticle(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateArticle,
): Promise<ArticleView> {
  mayWriteArticles(actor)
  const { articleId, contents, helpCenter, main } = await lockArticle(tx, actor, id)
  const parents = await newParents(tx, actor, request)
  const given = await readLanguages(tx, actor, request, helpCenter)
  const schedule = readSchedule(actor, request, main.first_published_at !== null)
  const { delaysPublishing, ...moments } = schedule
  if (request.audience_ids !== undefined) await forAudiences(tx, actor, contents, request.audience_ids)
  for (const [locale, content] of given) {
    const row = contents.find(each => each.locale === locale)
    if (content === null) await dropContents(tx, actor, row && row.id !== main.id ? [row.id] : [])
    else if (row) await changeContent(tx, actor, { row, given: content, delaysPublishing })
    else
      await addContent(tx, actor, { place: { articleId, locale }, given: content, authorId: main.author_id })
  }
  await addLocales(
    tx,
    actor,
    helpCenter,
    [...given].flatMap(([locale, content]) => (content ? [locale] : [])),
  )
  if (parents)
    await replaceParents(
      tx,
      actor.workspace.id,
      articleId,
      parents.map(({ id }) => id),
    )
  const place =
    request.folder_id === undefined ? {} : { folder_id: await requireFolder(tx, actor, request.folder_id) }
  await updateArticleRow(tx, actor, articleId, { ...place, ...moments })
  const after = delaysPublishing ? main.state : (request.state ?? main.state)
  await append(tx, actor, articleUpdated(articleId), ...stateChanged(articleId, main.state, after))
  return viewOneArticle(tx, actor, articleId)
}

/** Audiences given for the article are those of each of its languages. */
async function forAudiences(
  tx: Tx,
  actor: Actor,
  contents: ContentRow[],
  ids: number[] | null,
): Promise<void> {
  const replaceBy = await requireAudiences(tx, actor, ids)
  const on = { type: 'article_content' as const, ids: contents.map(({ id }) => id) }
  await setAudiencesOnAll(tx, actor, on, { replaceBy })
}

/** Deletes an article in every language; 404 when there is none. */
export async function deleteArticle(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedArticle>> {
  mayWriteArticles(actor)
  const { articleId, contents } = await lockArticle(tx, actor, id)
  await dropContents(
    tx,
    actor,
    contents.map(content => content.id),
  )
  await deleteArticleRow(tx, actor.workspace.id, articleId)
  await append(tx, actor, articleDeleted(articleId))
  return { id: String(articleId), object: 'article', deleted: true }
}

/** An article as it stands, held until the transaction ends. */
export interface HeldArticle {
  articleId: number
  contents: ContentRow[]
  helpCenter: HelpCenterRow
  /** The content in the default language. */
  main: ContentRow
  scheduled_publish_at: number | null
  scheduled_unpublish_at: number | null
}

/** The article of an id; 404 when there is none. */
export async function lockArticle(tx: Tx, actor: Actor, id: string | number): Promise<HeldArticle> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await lockRow(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  const [contents, [article]] = await Promise.all([
    selectContents(tx, actor.workspace.id, [row.id]),
    selectArticles(tx, actor.workspace.id, [row.id]),
  ])
  const parents = await requireCollections(tx, actor, article?.parent_ids ?? [], 'parent_ids')
  const helpCenter = await homeOf(tx, actor, parents)
  const main = mainContent(contents, helpCenter)
  if (!main) throw new Error(`article ${row.id} is in no language`)
  const { id: articleId, ...schedule } = row
  return { articleId, contents, helpCenter, main, ...schedule }
}

/** The part of a request that is about languages. */
interface Languages {
  translated_content?: UpdateArticle['translated_content']
  audience_ids?: number[] | null
}

/** Each language a request speaks of; the text beside them is that of the default one, and wins over it. */
export async function readLanguages(
  tx: Tx,
  actor: Actor,
  { translated_content, ...request }: Languages,
  { default_locale: mainLocale }: HelpCenterRow,
): Promise<Map<string, GivenContent | null>> {
  // The default language goes first, and is made first.
  const given = new Map([[mainLocale, {}], ...eachLocale(translated_content)])
  const own = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined))
  given.set(mainLocale, { ...given.get(mainLocale), ...own })
  const { audience_ids } = request
  const read = new Map<string, GivenContent | null>()
  for (const [locale, content] of given) {
    const everywhere = audience_ids === undefined ? {} : { audience_ids }
    read.set(locale, content && (await readContent(tx, actor, { ...content, ...everywhere })))
  }
  return read
}

/** The collections a request puts the article in; undefined where it does not say. */
async function newParents(
  tx: Tx,
  actor: Actor,
  {
    parent_ids,
    parent_id,
  }: { parent_ids?: number[] | undefined; parent_id?: string | number | null | undefined },
): Promise<CollectionRef[] | undefined> {
  if (parent_ids !== undefined) return requireCollections(tx, actor, [...new Set(parent_ids)], 'parent_ids')
  if (parent_id === undefined) return undefined
  return parent_id === null ? [] : requireCollections(tx, actor, [numericId(parent_id) ?? 0], 'parent_id')
}

/** The help center an article is in: that of its first collection, or the default one. */
const homeOf = (tx: Tx, actor: Actor, [first]: CollectionRef[]): Promise<HelpCenterRow> =>
  first ? requireHelpCenter(tx, actor, first.help_center_id) : defaultHelpCenter(tx, actor)
