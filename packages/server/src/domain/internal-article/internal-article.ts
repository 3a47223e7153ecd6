import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  DeletedInternalArticle,
  InternalArticleList,
  InternalArticleSearchResponse,
} from '@guichet/contract/models/internal-article.ts'
import type {
  CreateInternalArticleRequest,
  UpdateInternalArticleRequest,
} from '@guichet/contract/operations/internal-articles.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { readAvailability, readBody, requireTeammate } from '../article/index.ts'
import { clearAudiences, requireAudiences, setAudiences } from '../audience/index.ts'
import { dropWords, keepWords } from '../content-words/index.ts'
import { folderWithin, requireFolder } from '../folder/index.ts'
import { defaultHelpCenter, mayReadArticles, mayWriteArticles } from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import {
  deleteInternalArticleRows,
  insertInternalArticle,
  lockInternalArticle,
  selectInternalArticleIds,
  selectInternalArticles,
  updateInternalArticleRow,
} from './internal-article.sql.ts'
import { type InternalArticleView, viewInternalArticles } from './internal-article.view.ts'
import { beginVersion, keepUnversioned } from './version.sql.ts'

type UpdateRequest = Static<typeof UpdateInternalArticleRequest>

/** One page of internal articles, those changed last first. */
export async function listInternalArticles(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof InternalArticleList>> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 25, most: 150 })
  const { ids, total } = await selectInternalArticleIds(tx, actor.workspace.id, { page })
  return {
    type: 'list',
    pages: numberedPages(actor, '/internal_articles', query, page, total),
    total_count: total,
    data: await viewInternalArticles(tx, actor, ids),
  }
}

/** One page of the internal articles in a folder and those inside it, or of all. */
export async function searchInternalArticles(
  tx: Tx,
  actor: Actor,
  query: PageQuery & { folder_id?: number },
): Promise<Static<typeof InternalArticleSearchResponse>> {
  mayReadArticles(actor)
  const page = numberedPage(query, { usual: 10, most: 50 })
  const { folder_id } = query
  const within = folder_id === undefined ? undefined : await folderWithin(tx, actor.workspace.id, folder_id)
  const folderIds = within?.map(folder => folder.id)
  const { ids, total } = await selectInternalArticleIds(tx, actor.workspace.id, { folderIds, page })
  return {
    type: 'list',
    total_count: total,
    data: { internal_articles: await viewInternalArticles(tx, actor, ids) },
    pages: numberedPages(actor, '/internal_articles/search', query, page, total),
  }
}

/** One internal article; 404 when there is none. */
export async function findInternalArticle(tx: Tx, actor: Actor, id: string): Promise<InternalArticleView> {
  mayReadArticles(actor)
  return view(tx, actor, numericId(id) ?? 0)
}

/** Makes an article that only teammates read. */
export async function createInternalArticle(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateInternalArticleRequest>,
): Promise<InternalArticleView> {
  mayWriteArticles(actor)
  const { default_locale: locale } = await defaultHelpCenter(tx, actor)
  const { audiences = [], patch } = await readChange(tx, actor, request)
  const { title = '', author_id = 0, owner_id = 0 } = patch
  const row = { body: '', body_markdown: '', ...patch, title, author_id, owner_id, locale }
  const id = await insertInternalArticle(tx, actor, row)
  await beginVersion(tx, actor, id, { ...row, via: 'api' })
  await keepWords(tx, actor, { type: 'internal_article', id }, { ...row, html: row.body })
  await setAudiences(tx, actor, { type: 'internal_article', id }, audiences)
  return view(tx, actor, id)
}

/** Changes an internal article; what a request leaves out stays. */
export async function updateInternalArticle(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateRequest,
): Promise<InternalArticleView> {
  mayWriteArticles(actor)
  const before = await lockRow(tx, actor, id)
  const { id: key } = before
  await keepUnversioned(tx, actor, before)
  const { audiences, patch } = await readChange(tx, actor, request)
  await updateInternalArticleRow(tx, actor, key, patch)
  const after = await requireRow(tx, actor, id)
  if (after.title !== before.title || after.body !== before.body)
    await beginVersion(tx, actor, key, { ...after, via: 'api' })
  await keepWords(tx, actor, { type: 'internal_article', id: key }, { ...after, html: after.body })
  if (audiences) await setAudiences(tx, actor, { type: 'internal_article', id: key }, audiences)
  return view(tx, actor, key)
}

/** Deletes an internal article; 404 when there is none. */
export async function deleteInternalArticle(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<Static<typeof DeletedInternalArticle>> {
  mayWriteArticles(actor)
  const { id: key } = await requireRow(tx, actor, id)
  await deleteInternalArticles(tx, actor, [key])
  return { id: String(key), object: 'internal_article', deleted: true }
}

/** Deletes internal articles; ids of none are passed over. */
export async function deleteInternalArticles(tx: Tx, actor: Actor, ids: number[]): Promise<void> {
  await dropWords(tx, actor, 'internal_article', ids)
  await clearAudiences(tx, actor, 'internal_article', ids)
  await deleteInternalArticleRows(tx, actor.workspace.id, ids)
}

/** The id of an internal article to put a tag on; 404 in the words of that. */
export async function requireInternalArticleToTag(tx: Tx, actor: Actor, id: string): Promise<string> {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectInternalArticles(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.internalArticleNotFound)
  return String(row.id)
}

async function readChange(tx: Tx, actor: Actor, request: UpdateRequest) {
  const { title, author_id, owner_id, folder_id, audience_ids } = request
  return {
    patch: {
      ...(title != null && { title: readTitle(title) }),
      ...readBody(request),
      ...(author_id !== undefined && { author_id: await requireTeammate(tx, actor, 'author_id', author_id) }),
      ...(owner_id !== undefined && { owner_id: await requireTeammate(tx, actor, 'owner_id', owner_id) }),
      ...(folder_id !== undefined && { folder_id: await requireFolder(tx, actor, folder_id) }),
      ...readAvailability(request),
    },
    ...(audience_ids !== undefined && { audiences: await requireAudiences(tx, actor, audience_ids) }),
  }
}

export function readTitle(title: string): string {
  if (title.trim() === '') throw missing('title', 'title must not be blank')
  if (title.length > LONGEST) throw invalid(`title must be at most ${LONGEST} characters long`, 'title')
  return title.trim()
}

const LONGEST = 255

/** As `requireRow`; no other command changes it until the transaction ends. */
export async function lockRow(tx: Tx, actor: Actor, id: string) {
  await lockInternalArticle(tx, actor.workspace.id, numericId(id) ?? 0)
  return requireRow(tx, actor, id)
}

export async function requireRow(tx: Tx, actor: Actor, id: string) {
  const key = numericId(id)
  const [row] = key === undefined ? [] : await selectInternalArticles(tx, actor.workspace.id, [key])
  if (!row) throw problem(errors.notFound)
  return row
}

async function view(tx: Tx, actor: Actor, id: number): Promise<InternalArticleView> {
  const [found] = await viewInternalArticles(tx, actor, [id])
  if (!found) throw problem(errors.notFound)
  return found
}
