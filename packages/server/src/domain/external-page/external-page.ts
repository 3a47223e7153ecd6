import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ExternalPage, ExternalPageList } from '@guichet/contract/models/external-page.ts'
import type {
  CreateExternalPageRequest,
  UpdateExternalPageRequest,
} from '@guichet/contract/operations/external-pages.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import { externalHtml } from '../../text/article-html.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn, clearAudiences, setAudiences } from '../audience/index.ts'
import { dropWords, keepWords } from '../content-words/index.ts'
import {
  deleteSourceRow,
  importSourceDeleted,
  markSynced,
  mayReadContent,
  mayWriteContent,
  requireImportSource,
} from '../import-source/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import {
  deletePageRows,
  type PagePatch,
  type PageRow,
  selectIdsOfSource,
  selectPage,
  selectPageNamed,
  selectPages,
  updatePageRow,
  upsertPage,
} from './external-page.sql.ts'

type PageView = Static<typeof ExternalPage>
type CreateRequest = Static<typeof CreateExternalPageRequest>
type UpdateRequest = Static<typeof UpdateExternalPageRequest>

/** One page of external pages, the newest first. */
export async function listExternalPages(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof ExternalPageList>> {
  mayReadContent(actor)
  const page = numberedPage(query, { usual: 50, most: 150 })
  const { rows, total } = await selectPages(tx, actor.workspace.id, page)
  return {
    data: rows.map(view),
    pages: numberedPages(actor, '/ai/external_pages', query, page, total),
    total_count: total,
    type: 'list',
  }
}

/** One external page; 404 when there is none. */
export async function findExternalPage(tx: Tx, actor: Actor, id: string): Promise<PageView> {
  mayReadContent(actor)
  return view(await requirePage(tx, actor, id))
}

/** Makes an external page, or changes the one its source has under that id; a new one is for whom its source is for. */
export async function saveExternalPage(tx: Tx, actor: Actor, request: CreateRequest): Promise<PageView> {
  mayWriteContent(actor)
  const source = await requireImportSource(tx, actor, request.source_id)
  const { external_id } = request
  const known = await selectPageNamed(tx, actor.workspace.id, source.id, external_id)
  const row = {
    ...readPage(request),
    external_id: readExternalId(external_id),
    source_id: source.id,
    url: readUrl(request.url ?? ''),
  }
  const { id } = await upsertPage(tx, actor, { row, flags: FOR_ALL })
  if (!known) await inheritAudiences(tx, actor, source.id, id)
  return kept(tx, actor, id)
}

/** Changes an external page. */
export async function updateExternalPage(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateRequest,
): Promise<PageView> {
  mayWriteContent(actor)
  const before = await requirePage(tx, actor, id)
  const source = await requireImportSource(tx, actor, request.source_id)
  const external_id =
    request.external_id === undefined ? before.external_id : readExternalId(request.external_id)
  const named = await selectPageNamed(tx, actor.workspace.id, source.id, external_id)
  if (named && named.id !== before.id) throw problem(errors.externalPageExists)
  const patch = { ...readPage(request), external_id, source_id: source.id, url: readUrl(request.url) }
  await updatePageRow(tx, actor, before.id, patch)
  return kept(tx, actor, before.id)
}

/** Deletes an external page; the answer is the page without its text. */
export async function deleteExternalPage(tx: Tx, actor: Actor, id: string): Promise<PageView> {
  mayWriteContent(actor)
  const row = await requirePage(tx, actor, id)
  await dropPages(tx, actor, [row.id])
  return { ...view(row), html: '' }
}

/** Drops the page a source has under an id of its own, where it has one. */
export async function dropPageNamed(
  tx: Tx,
  actor: Actor,
  { source_id, external_id }: { source_id: number; external_id: string },
): Promise<void> {
  mayWriteContent(actor)
  const known = await selectPageNamed(tx, actor.workspace.id, source_id, external_id)
  if (known) await dropPages(tx, actor, [known.id])
}

/** Deletes a source with all it brought; 404 when there is none. */
export async function deleteSourceWithPages(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayWriteContent(actor)
  const source = await requireImportSource(tx, actor, id)
  const pages = await selectIdsOfSource(tx, actor.workspace.id, source.id)
  await dropPages(
    tx,
    actor,
    pages.map(page => page.id),
  )
  await clearAudiences(tx, actor, 'content_import_source', [source.id])
  await deleteSourceRow(tx, actor.workspace.id, source.id)
  await append(tx, actor, importSourceDeleted(source.id))
}

/** Content that nobody says more of is for every agent, as recorded answers show. */
const FOR_ALL = {
  ai_chatbot_availability: true,
  ai_copilot_availability: true,
  ai_sales_agent_availability: true,
}

function readPage(
  request: Omit<UpdateRequest, 'url' | 'source_id' | 'external_id'>,
): PagePatch & { title: string; html: string } {
  const { title, html, fin_availability: fin } = request
  const {
    ai_agent_availability: agent = fin,
    ai_copilot_availability: copilot = fin,
    ai_sales_agent_availability: sales,
  } = request
  if (title.trim() === '') throw missing('title', 'title must not be blank')
  if (title.length > LONGEST_TITLE)
    throw invalid(`title must be at most ${LONGEST_TITLE} characters long`, 'title')
  return {
    ...{ title, html: externalHtml(html) },
    ...(agent !== undefined && { ai_chatbot_availability: agent }),
    ...(copilot !== undefined && { ai_copilot_availability: copilot }),
    ...(sales !== undefined && { ai_sales_agent_availability: sales }),
  }
}

const LONGEST_TITLE = 1000

function readExternalId(id: string): string {
  if (id.trim() === '') throw missing('external_id')
  if (id.length > LONGEST_ID)
    throw invalid(`external_id must be at most ${LONGEST_ID} characters long`, 'external_id')
  return id
}

const LONGEST_ID = 255

/** A page of no address is never named as a source. */
function readUrl(url: string): string {
  const given = url.trim()
  if (given !== '' && !(/^https?:\/\//i.test(given) && URL.canParse(given) && given.length <= LONGEST_URL))
    throw invalid('url must be a valid URL', 'url')
  return given
}

const LONGEST_URL = 2048

async function inheritAudiences(tx: Tx, actor: Actor, sourceId: number, id: number): Promise<void> {
  const audiences = await audiencesOn(tx, actor.workspace.id, 'content_import_source', [sourceId])
  await setAudiences(tx, actor, { type: 'external_content', id }, audiences.get(sourceId) ?? [])
}

/** Makes a page as it is now findable, and notes that its source has brought something. */
async function kept(tx: Tx, actor: Actor, id: number): Promise<PageView> {
  const row = await requirePage(tx, actor, String(id))
  await keepWords(tx, actor, { type: 'external_content', id }, row)
  await markSynced(tx, actor, row.source_id)
  return view(row)
}

async function dropPages(tx: Tx, actor: Actor, ids: number[]): Promise<void> {
  await dropWords(tx, actor, 'external_content', ids)
  await clearAudiences(tx, actor, 'external_content', ids)
  await deletePageRows(tx, actor.workspace.id, ids)
}

async function requirePage(tx: Tx, actor: Actor, id: string): Promise<PageRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectPage(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  return row
}

const view = (row: PageRow): PageView => ({
  id: String(row.id),
  type: 'external_page',
  title: row.title,
  html: row.html,
  url: row.url,
  ai_agent_availability: row.ai_chatbot_availability,
  ai_copilot_availability: row.ai_copilot_availability,
  ai_sales_agent_availability: row.ai_sales_agent_availability,
  fin_availability: row.ai_chatbot_availability,
  locale: 'en',
  source_id: row.source_id,
  external_id: row.external_id,
  created_at: row.created_at,
  updated_at: row.updated_at,
  last_ingested_at: row.last_ingested_at,
})
