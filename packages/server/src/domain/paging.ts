import type { Actor } from './actor.ts'

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

/** A page by its number, the first being 1. */
export interface NumberedPage {
  page: number
  perPage: number
  offset: number
}

export interface PageQuery {
  page?: string | number
  per_page?: string | number
}

/** Reads `page` and `per_page`; nonsense is the first page of the usual size. */
export function numberedPage(query: PageQuery, size: PageSize): NumberedPage {
  const asked = Math.trunc(Number(query.page))
  const page = asked > 0 && Number.isSafeInteger(asked) ? asked : 1
  const rows = perPage(query.per_page, size)
  return { page, perPage: rows, offset: (page - 1) * rows }
}

/** The `pages` object of a list by page number: `next` is a whole URL, null on the last page. */
export function numberedPages(actor: Actor, path: string, query: object, page: NumberedPage, total: number) {
  const last = Math.ceil(total / page.perPage)
  const link = () =>
    `${actor.origin}${path}?${search({ ...query, page: page.page + 1, per_page: page.perPage })}`
  return {
    type: 'pages' as const,
    next: page.page < last ? link() : null,
    page: page.page,
    per_page: page.perPage,
    total_pages: last,
  }
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
