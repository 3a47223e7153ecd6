import { invalid } from '@guichet/contract/errors.ts'
import type {
  ContentImportSource,
  ContentImportSourceList,
} from '@guichet/contract/models/content-import-source.ts'
import type {
  CreateContentImportSourceRequest,
  UpdateContentImportSourceRequest,
} from '@guichet/contract/operations/content-import-sources.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { audiencesOn, requireAudiences, setAudiences, setAudiencesOnAll } from '../audience/index.ts'
import { type CrawlProgress, progressOf } from '../crawl-progress/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { importSourceCreated, importSourceUpdated } from './import-source.events.ts'
import { mayReadContent, mayWriteContent } from './import-source.policy.ts'
import { requireImportSource } from './import-source.require.ts'
import {
  insertSource,
  type SourceRow,
  selectPageIds,
  selectSources,
  selectSourcesOf,
  updateSourceRow,
} from './import-source.sql.ts'

export type SourceView = Static<typeof ContentImportSource>
type UpdateRequest = Static<typeof UpdateContentImportSourceRequest>

/** One page of sources, in the order they were made. */
export async function listImportSources(
  tx: Tx,
  actor: Actor,
  query: PageQuery,
): Promise<Static<typeof ContentImportSourceList>> {
  mayReadContent(actor)
  const page = numberedPage(query, { usual: 50, most: 150 })
  const { rows, total } = await selectSources(tx, actor.workspace.id, page)
  return {
    data: await viewAll(tx, actor, rows),
    pages: numberedPages(actor, '/ai/content_import_sources', query, page, total),
    total_count: total,
    type: 'list',
  }
}

/** The sources of some ids. */
export async function viewImportSources(tx: Tx, actor: Actor, ids: number[]): Promise<SourceView[]> {
  return viewAll(tx, actor, await selectSourcesOf(tx, actor.workspace.id, ids))
}

/** One source; 404 when there is none. */
export async function findImportSource(tx: Tx, actor: Actor, id: string): Promise<SourceView> {
  mayReadContent(actor)
  return viewOne(tx, actor, await requireImportSource(tx, actor, id))
}

/** Makes a source whose pages are brought over the API. */
export async function createImportSource(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateContentImportSourceRequest>,
): Promise<SourceView> {
  mayWriteContent(actor)
  const { sync_behavior, status = 'active' } = request
  const audiences = await readAudiences(tx, actor, request.audience_ids ?? null)
  const row = await insertSource(tx, actor, { sync_behavior, status, url: readUrl(request.url) })
  await setAudiences(tx, actor, { type: TYPE, id: row.id }, audiences)
  await append(tx, actor, importSourceCreated(row.id))
  return viewOne(tx, actor, row)
}

/** Makes a source of a website that this server goes to; what brings its pages is up to the caller. */
export async function addWebsiteSource(
  tx: Tx,
  actor: Actor,
  { url, sync_behavior }: { url: string; sync_behavior: 'automatic' | 'manual' },
): Promise<{ id: number }> {
  const { id } = await insertSource(tx, actor, { sync_behavior, status: 'active', url: readUrl(url) })
  await append(tx, actor, importSourceCreated(id))
  return { id }
}

/** Changes a source, though never whether its pages are brought over the API. */
export async function updateImportSource(
  tx: Tx,
  actor: Actor,
  id: string,
  request: UpdateRequest,
): Promise<SourceView> {
  mayWriteContent(actor)
  const before = await requireImportSource(tx, actor, id)
  const url = readUrl(request.url)
  checkBehavior(before, request, url)
  if (request.audience_ids !== undefined) await changeAudiences(tx, actor, before.id, request)
  const row = await updateSourceRow(tx, actor, before.id, {
    url,
    ...(request.status && { status: request.status }),
  })
  await append(tx, actor, importSourceUpdated(row.id))
  return viewOne(tx, actor, row)
}

const TYPE = 'content_import_source'

function checkBehavior({ sync_behavior, url }: SourceRow, request: UpdateRequest, newUrl: string): void {
  const asked = request.sync_behavior === 'automated' ? 'automatic' : request.sync_behavior
  if (asked !== sync_behavior && (asked === 'api' || sync_behavior === 'api'))
    throw invalid('sync_behavior cannot be changed to or from api', 'sync_behavior')
  if (sync_behavior !== 'api' && newUrl !== url)
    throw invalid('url can only be changed where sync_behavior is api', 'url')
}

async function changeAudiences(tx: Tx, actor: Actor, id: number, request: UpdateRequest): Promise<void> {
  const audiences = await readAudiences(tx, actor, request.audience_ids ?? null)
  await setAudiences(tx, actor, { type: TYPE, id }, audiences)
  if (!request.apply_audience_to_existing_content) return
  const ids = await selectPageIds(tx, actor.workspace.id, id)
  await setAudiencesOnAll(tx, actor, { type: 'external_content', ids }, { replaceBy: audiences })
}

const readAudiences = (tx: Tx, actor: Actor, ids: number | number[] | null): Promise<number[]> =>
  requireAudiences(tx, actor, typeof ids === 'number' ? [ids] : ids)

/** An address of the web. */
export function readUrl(url: string): string {
  const given = url.trim()
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) throw invalid('url must be a valid URL', 'url')
  if (given.length > LONGEST) throw invalid(`url must be at most ${LONGEST} characters long`, 'url')
  return given
}

const LONGEST = 2048

async function viewOne(tx: Tx, actor: Actor, row: SourceRow): Promise<SourceView> {
  const [audiences, crawls] = await besides(tx, actor, [row])
  return view(row, audiences.get(row.id), crawls.get(row.id))
}

async function viewAll(tx: Tx, actor: Actor, rows: SourceRow[]): Promise<SourceView[]> {
  const [audiences, crawls] = await besides(tx, actor, rows)
  return rows.map(row => view(row, audiences.get(row.id), crawls.get(row.id)))
}

function besides(tx: Tx, actor: Actor, rows: SourceRow[]) {
  const ids = rows.map(({ id }) => id)
  const workspaceId = actor.workspace.id
  return Promise.all([audiencesOn(tx, workspaceId, TYPE, ids), progressOf(tx, workspaceId, ids)])
}

const view = (row: SourceRow, audiences: number[] = [], crawl?: CrawlProgress): SourceView => ({
  id: row.id,
  type: 'content_import_source',
  last_synced_at: row.last_synced_at,
  status: row.status,
  url: row.url,
  sync_behavior: row.sync_behavior,
  created_at: row.created_at,
  updated_at: row.updated_at,
  audience_ids: audiences,
  ...(crawl && { crawl }),
})
