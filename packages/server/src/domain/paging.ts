import type { NumberedPage } from '../db/numbered.ts'
import type { Actor } from './actor.ts'

export type { NumberedPage }

/** How many rows an endpoint gives by default and at most (behaviour.md section 4.2). */
export interface PageSize {
  usual: number
  most: number
}

/** `per_page` as clients send it: more than the most is the most, nonsense is the usual. */
export function perPage(asked: string | number | undefined, size: PageSize): number {
  const wanted = Math.trunc(Number(asked))
  return wanted > 0 ? Math.min(wanted, size.most) : size.usual
}

export interface PageQuery {
  page?: string | number
  per_page?: string | number
  /** Where a page begins, as the links to it have it. */
  after?: string
  before?: string
}

/** Reads `page` and `per_page`; nonsense is the first page of the usual size. */
export function numberedPage(query: PageQuery, size: PageSize): NumberedPage {
  const asked = Math.trunc(Number(query.page))
  const page = asked > 0 && Number.isSafeInteger(asked) ? asked : 1
  const rows = perPage(query.per_page, size)
  const { after, before } = query
  return {
    ...{ page, perPage: rows, offset: (page - 1) * rows },
    ...(before ? { before } : after && { after }),
  }
}

/** The `pages` object of a list by page number, whose rows are read: `next` is a whole URL, null on the last page. */
export function numberedPages(actor: Actor, path: string, query: object, page: NumberedPage, total: number) {
  return {
    type: 'pages' as const,
    next: page.next === undefined ? null : linkTo(actor, path, query, page, { after: page.next }),
    page: page.page,
    per_page: page.perPage,
    total_pages: Math.ceil(total / page.perPage),
  }
}

/** The URL of the page before one whose rows are read, null on the first. */
export const previousPage = (actor: Actor, path: string, query: object, page: NumberedPage): string | null =>
  page.page > 1 && page.first !== undefined ? linkTo(actor, path, query, page, { before: page.first }) : null

function linkTo(
  { origin }: Actor,
  path: string,
  query: object,
  { page, perPage: rows }: NumberedPage,
  to: { after: string } | { before: string },
): string {
  const neighbour = 'after' in to ? page + 1 : page - 1
  const { after: _, before: __, ...asked }: PageQuery = query
  return `${origin}${path}?${search({ ...asked, page: neighbour, per_page: rows, ...to })}`
}

/** The `pages` object of a list by cursor: `next` is left out on the last page. */
export function cursorPages(page: number, rows: number, total: number, next: string | undefined) {
  return {
    type: 'pages' as const,
    ...(next !== undefined && { next: { page: page + 1, per_page: rows, starting_after: next } }),
    page,
    per_page: rows,
    total_pages: Math.ceil(total / rows),
  }
}

function search(query: object): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  return params.toString()
}
