import type { Version } from '@guichet/contract/version.ts'
import type { Answer } from './api.ts'
import type { ListedRow, Listing, Place } from './listing.ts'

/** One page: its rows and everything that was said beside them. */
export interface Page {
  ids: string[]
  rows: ListedRow[]
  answer: Answer
  /** What asks for the page after it, undefined at the end. */
  next: string | undefined
}

export interface Asked {
  per_page?: number | string
  sort?: object
  /** The page by the word of the one before. */
  from?: string
}

/** One page of a listing; `from` is a cursor, a scroll parameter, or a whole URL, as the style has it. */
export async function readPage(
  listing: Listing,
  place: Place,
  version: Version,
  { per_page, sort, from }: Asked = {},
): Promise<Page> {
  const { operation, style, asked = {} } = listing
  const api = place.workspace.api.at(version)
  const path = listing.path?.(place.at) ?? operation.path
  if (from?.startsWith('http') || from?.startsWith('/'))
    return pageOf(listing, await api.send(operation.method, from.replace(api.origin, ''), bodyFor(listing)))
  if (style === 'search') {
    const pagination = { ...(per_page !== undefined && { per_page }), ...(from && { starting_after: from }) }
    const query = { field: 'created_at', operator: '>', value: '1' }
    return pageOf(listing, await api.post(path, { query, pagination, ...(sort && { sort }) }))
  }
  const query = new URLSearchParams({
    ...asked,
    ...(per_page !== undefined && style !== 'scroll' && { per_page: String(per_page) }),
    ...(from && { [PARAMETER[style]]: from }),
  }).toString()
  const url = query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`
  return pageOf(listing, await api.send(operation.method, url, bodyFor(listing)))
}

const bodyFor = ({ operation, body = {} }: Listing) => (operation.method === 'GET' ? {} : { body })

const PARAMETER = {
  ...{ cursor: 'starting_after', search: 'starting_after', page: 'page' },
  ...{ scroll: 'scroll_param', events: 'before', history: 'cursor' },
}

function pageOf(listing: Listing, answer: Answer): Page {
  const rows = rowsOf(answer.body)
  const idOf = listing.idOf ?? (row => String(row.id))
  return { ids: rows.map(idOf), rows, answer, next: nextOf(listing, answer.body, rows) }
}

/** The rows of a list, whatever its envelope calls them. */
function rowsOf(body: ListedRow): ListedRow[] {
  const lists = [
    body?.data?.articles,
    body?.data?.internal_articles,
    body?.data,
    body?.conversations,
    body?.tickets,
    body?.events,
    body?.activity_logs,
    body?.side_conversations,
  ]
  return lists.find(list => Array.isArray(list)) ?? []
}

function nextOf({ style }: Listing, body: ListedRow, rows: ListedRow[]): string | undefined {
  if (style === 'scroll') return rows.length > 0 ? body.scroll_param : undefined
  if (style === 'history') return body?.has_more ? body.next_cursor : undefined
  const pages = body?.pages ?? body
  const next = pages?.next
  if (typeof next === 'string') return next
  if (next) return next.starting_after
  if (style !== 'page' || next === null) return undefined
  return pages?.page < pages?.total_pages ? String(pages.page + 1) : undefined
}
