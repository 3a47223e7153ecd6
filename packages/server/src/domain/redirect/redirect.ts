import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type {
  DeletedHelpCenterRedirect,
  HelpCenterRedirect,
  HelpCenterRedirectList,
} from '@guichet/contract/models/help-center-redirect.ts'
import type { CreateHelpCenterRedirectRequest } from '@guichet/contract/operations/help-center-redirects.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { LOCALES } from '../../text/languages.ts'
import type { Actor } from '../actor.ts'
import { articleRef } from '../article/index.ts'
import { collectionRefs } from '../collection/index.ts'
import { addressOf, type HelpCenterRow, requireHelpCenter } from '../help-center/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadRedirects, mayWriteRedirects } from './redirect.policy.ts'
import {
  deleteRedirectRow,
  insertRedirect,
  type RedirectRow,
  selectRedirect,
  selectRedirects,
} from './redirect.sql.ts'

type RedirectView = Static<typeof HelpCenterRedirect>
type CreateRedirect = Static<typeof CreateHelpCenterRedirectRequest>

/** One redirect of one help center. */
interface Named {
  helpCenterId: string
  id: string
}

/** One page of a help center's redirects, those changed last first. */
export async function listRedirects(
  tx: Tx,
  actor: Actor,
  helpCenterId: string,
  query: PageQuery,
): Promise<Static<typeof HelpCenterRedirectList>> {
  mayReadRedirects(actor)
  const helpCenter = await requireHome(tx, actor, helpCenterId)
  const page = numberedPage(query, { usual: 50, most: 250 })
  const { rows, total } = await selectRedirects(tx, actor.workspace.id, { helpCenterId: helpCenter.id, page })
  const path = `/help_center/help_centers/${helpCenter.id}/redirects`
  const { next: _, ...pages } = numberedPages(actor, path, query, page, total)
  return { type: 'list', data: rows.map(row => view(actor, row, helpCenter)), total_count: total, pages }
}

/** One redirect; 404 when there is none. */
export async function findRedirect(tx: Tx, actor: Actor, named: Named): Promise<RedirectView> {
  mayReadRedirects(actor)
  const { row, helpCenter } = await requireRedirect(tx, actor, named)
  return view(actor, row, helpCenter)
}

/** Leads an old address of a help center to an article or a collection of it. */
export async function createRedirect(
  tx: Tx,
  actor: Actor,
  helpCenterId: string,
  request: CreateRedirect,
): Promise<RedirectView> {
  mayWriteRedirects(actor)
  const helpCenter = await requireHome(tx, actor, helpCenterId)
  if (request.from_url.trim() === '') throw missing('from_url', 'from_url is required')
  if (!LOCALES.has(request.locale)) throw problem(errors.localeUnknown)
  const path = pathWithin(actor, helpCenter, request.from_url)
  const target = await findTarget(tx, actor, helpCenter, request)
  const row = await insertRedirect(tx, actor, { help_center_id: helpCenter.id, path, ...target })
  if (!row) throw problem(errors.redirectExists)
  return view(actor, row, helpCenter)
}

/** Deletes a redirect; 404 when there is none. */
export async function deleteRedirect(
  tx: Tx,
  actor: Actor,
  named: Named,
): Promise<Static<typeof DeletedHelpCenterRedirect>> {
  mayWriteRedirects(actor)
  const { row } = await requireRedirect(tx, actor, named)
  await deleteRedirectRow(tx, actor.workspace.id, row.id)
  return { id: String(row.id), object: 'help_center_redirect', deleted: true }
}

/** What follows the address of the help center; 422 for an address elsewhere. */
function pathWithin(actor: Actor, helpCenter: HelpCenterRow, url: string): string {
  const home = `${addressOf(actor, helpCenter)}/`
  const given = url.trim()
  const path = given.slice(home.length)
  if (!URL.canParse(given) || !given.startsWith(home) || path === '' || path.length > LONGEST)
    throw problem(errors.redirectOutside)
  return path
}

/** A row of an index has to fit on a third of a page. */
const LONGEST = 600

async function findTarget(
  tx: Tx,
  actor: Actor,
  helpCenter: HelpCenterRow,
  { target_type, target_id, locale }: CreateRedirect,
): Promise<Pick<RedirectRow, 'article_id' | 'collection_id' | 'locale'>> {
  const known = (locales: string[]) => (locales.includes(locale) ? locale : helpCenter.default_locale)
  if (target_type === 'article') {
    const article = await articleRef(tx, actor, target_id)
    if (!article?.helpCenterIds.includes(helpCenter.id)) throw problem(errors.redirectTargetUnknown)
    return { article_id: article.id, collection_id: null, locale: known(article.locales) }
  }
  const id = numericId(target_id) ?? 0
  const collection = (await collectionRefs(tx, actor.workspace.id, [id])).get(id)
  if (collection?.help_center_id !== helpCenter.id) throw problem(errors.redirectTargetUnknown)
  return { article_id: null, collection_id: id, locale: known([...collection.names.keys()]) }
}

const requireHome = (tx: Tx, actor: Actor, id: string): Promise<HelpCenterRow> =>
  requireHelpCenter(tx, actor, id, errors.resourceNotFound)

async function requireRedirect(
  tx: Tx,
  actor: Actor,
  { helpCenterId, id }: Named,
): Promise<{ row: RedirectRow; helpCenter: HelpCenterRow }> {
  const helpCenter = await requireHome(tx, actor, helpCenterId)
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectRedirect(tx, actor.workspace.id, helpCenter.id, key)
  if (!row) throw problem(errors.resourceNotFound)
  return { row, helpCenter }
}

const view = (actor: Actor, row: RedirectRow, helpCenter: HelpCenterRow): RedirectView => ({
  id: String(row.id),
  type: 'help_center_redirect',
  from_url: `${addressOf(actor, helpCenter)}/${row.path}`,
  locale: row.locale,
  help_center_id: String(helpCenter.id),
  target_type: row.article_id === null ? 'collection' : 'article',
  target_id: String(row.article_id ?? row.collection_id),
  created_at: row.created_at,
  updated_at: row.updated_at,
})
