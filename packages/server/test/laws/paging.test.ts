import type { Operation } from '@guichet/contract/operation.ts'
import { articles } from '@guichet/contract/operations/articles.ts'
import { content } from '@guichet/contract/operations/content.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt, isAtLeast, type Version } from '@guichet/contract/version.ts'
import { describe, expect, test } from 'vitest'
import { routes } from '../../src/api/routes.ts'
import { startGuichet } from '../support/guichet.ts'
import type { Listing, Place } from '../support/listing.ts'
import { LISTINGS, UNWALKED } from '../support/listings.ts'
import { type Asked, type Page, readPage } from '../support/walk.ts'

const guichet = await startGuichet()
const built = new Set(routes.map(route => route.operation))
const walked = LISTINGS.filter(({ operation }) => built.has(operation))
const nameOf = ({ method, path }: Operation) => `${method} ${path}`

/** Rows there are at first, no multiple of a page of three. */
const ROWS = 11
const VERSIONS: Version[] = ['2.7', '2.9', '2.11', '2.14', '2.16', 'Preview']
const versionsOf = ({ operation, since = '2.7' }: Listing) =>
  VERSIONS.filter(version => existsAt(version, operation) && isAtLeast(version, since))
/** Whether the server itself says where the next page begins, rather than leaving it to counting. */
const leads = ({ style, operation }: Listing) => style !== 'page' || fieldsOf(operation).includes('after')

test('every list that pages is walked, or says why not', () => {
  const known = new Set<Operation>([...LISTINGS.map(({ operation }) => operation), ...UNWALKED.keys()])
  const pages = Object.values(families)
    .flatMap(family => Object.values<Operation>(family))
    .filter(operation => built.has(operation) && PAGING.some(name => fieldsOf(operation).includes(name)))
  expect(pages.filter(operation => !known.has(operation)).map(nameOf)).toEqual([])
})

const PAGING = ['page', 'per_page', 'starting_after', 'cursor', 'scroll_param', 'pagination']

const fieldsOf = ({ query, body }: Operation): string[] =>
  [query, body].flatMap(schema =>
    schema && 'properties' in schema && schema.properties instanceof Object
      ? Object.keys(schema.properties)
      : [],
  )

const places = new Map<Listing, Promise<Place>>()
let made = 0

/** The workspace of a listing, with its rows in it. */
function placeOf(listing: Listing): Promise<Place> {
  const place = places.get(listing) ?? furnish(listing)
  places.set(listing, place)
  return place
}

async function furnish(listing: Listing): Promise<Place> {
  const workspace = await guichet.createWorkspace()
  const at = (await listing.prepare?.({ guichet, workspace })) ?? ''
  const place = { guichet, workspace, at }
  const rows = listing.style === 'scroll' ? 2 * listing.usual + ROWS : ROWS
  for (let row = 0; row < rows; row += 1) await listing.make(place, ++made)
  return place
}

/** All pages up to the last; `between` happens after each page that is followed by another. */
async function walk(
  listing: Listing,
  version: Version,
  asked: Asked = {},
  between: (page: Page, number: number) => Promise<void> = async () => {},
): Promise<Page[]> {
  const place = await placeOf(listing)
  const pages: Page[] = []
  let from: string | undefined
  do {
    const page: Page = await readPage(listing, place, version, { ...asked, ...(from && { from }) })
    expect(page.answer.status, JSON.stringify(page.answer.body)).toBe(200)
    pages.push(page)
    from = page.next
    if (from) await between(page, pages.length)
  } while (from && pages.length < 100)
  if (listing.style === 'scroll') guichet.clock.advance(90)
  return pages
}

const idsOf = (pages: Page[]) => pages.flatMap(page => page.ids)

describe.each(walked.map(listing => [nameOf(listing.operation), listing] as const))('%s', (_, listing) => {
  const [version = 'Preview'] = versionsOf(listing).toReversed()
  const small = listing.style === 'scroll' ? {} : { per_page: 3 }

  test('shows every row once, at every version', async () => {
    for (const version of versionsOf(listing)) {
      const pages = await walk(listing, version, small)
      const ids = idsOf(pages)
      expect(new Set(ids).size, version).toBe(ids.length)
      const [whole] = await walk(listing, version, { per_page: listing.most })
      if (listing.style !== 'scroll') expect(new Set(ids), version).toEqual(new Set(whole?.ids))
      expect(ids.length, version).toBeGreaterThanOrEqual(ROWS)
      for (const [at, { answer }] of pages.entries()) sane(listing, answer.body, at, ids.length)
    }
  })

  if (leads(listing))
    test('misses and repeats nothing while rows come and go', async () => {
      const place = await placeOf(listing)
      for (const version of versionsOf(listing)) {
        const before = new Set(idsOf(await walk(listing, version, small)))
        const gone = new Set<string>()
        const pages = await walk(listing, version, small, async (page, number) => {
          await listing.make(place, ++made)
          const victim = page.rows.at(number % 2 ? -1 : 0)
          if (!listing.remove || gone.size === 3) return
          await listing.remove(place, victim)
          gone.add(page.ids.at(number % 2 ? -1 : 0) ?? '')
        })
        const seen = idsOf(pages)
        expect(new Set(seen).size, version).toBe(seen.length)
        expect(
          [...before].filter(id => !gone.has(id) && !seen.includes(id)),
          version,
        ).toEqual([])
        for (const _ of gone) await listing.make(place, ++made)
      }
    })

  test('takes no more than its most, and its usual number for nonsense', async () => {
    const place = await placeOf(listing)
    if (listing.style === 'scroll') return
    const told = async (per_page?: number | string) => {
      const { answer } = await readPage(listing, place, version, per_page === undefined ? {} : { per_page })
      expect(answer.status).toBe(200)
      return (answer.body.pages ?? answer.body).per_page
    }
    if ((await told()) === undefined) return
    expect(await told()).toBe(listing.usual)
    expect(await told(listing.most + 1)).toBe(listing.most)
    expect(await told(1_000_000)).toBe(listing.most)
    for (const nonsense of listing.style === 'search' ? [0, -1] : [0, -1, 'x', '', '3.x'])
      expect(await told(nonsense), String(nonsense)).toBe(listing.usual)
  })

  if (listing.style === 'page')
    test('is empty beyond its end, and starts over for nonsense', async () => {
      const place = await placeOf(listing)
      const beyond = await readPage(listing, place, version, { ...small, from: '99' })
      expect([beyond.answer.status, beyond.ids]).toEqual([200, []])
      expect(beyond.answer.body.pages?.next ?? null).toBeNull()
      const first = await readPage(listing, place, version, small)
      for (const nonsense of ['0', '-1', 'x'])
        expect((await readPage(listing, place, version, { ...small, from: nonsense })).ids).toEqual(first.ids)
    })
})

/** What a page says of itself. */
function sane(listing: Listing, body: Page['answer']['body'], at: number, rows: number): void {
  if (listing.style === 'scroll') return
  if (typeof body.total_count === 'number') expect(body.total_count).toBe(rows)
  const pages = body.pages ?? body
  if (typeof pages.page === 'number') expect(pages.page).toBe(at + 1)
  if (typeof pages.total_pages === 'number') expect(pages.total_pages).toBe(Math.ceil(rows / 3))
  if (typeof pages.next !== 'string') return
  const url = new URL(pages.next)
  expect(url.origin).toBe(guichet.origin)
  expect(url.searchParams.get('per_page')).toBe('3')
  if (listing.style === 'page') expect(url.searchParams.get('page')).toBe(String(at + 2))
  for (const [name, value] of Object.entries(listing.asked ?? {}))
    expect(url.searchParams.get(name)).toBe(value)
}

test('no list takes the cursor of another, nor one of another order', async () => {
  const cursors = walked.filter(({ style }) => ['cursor', 'search', 'history'].includes(style))
  const found: [Listing, string | undefined][] = []
  for (const listing of cursors) {
    const { next } = await readPage(listing, await placeOf(listing), 'Preview', { per_page: 3 })
    found.push([listing, next])
  }
  for (const [of, from] of found)
    for (const listing of cursors.filter(other => other !== of))
      await refused(
        listing,
        { ...(from && { from }) },
        `${nameOf(of.operation)} -> ${nameOf(listing.operation)}`,
      )
  for (const listing of cursors) {
    for (const from of ['nonsense', 'bnVsbA==', 'WzEsMl0=']) await refused(listing, { from }, from)
    if (listing.style !== 'search') continue
    const sorted = { per_page: 3, sort: { field: 'created_at', order: 'ascending' } }
    const { next } = await readPage(listing, await placeOf(listing), 'Preview', sorted)
    const otherwise = { field: 'updated_at', order: 'descending' }
    await refused(listing, { sort: otherwise, ...(next && { from: next }) }, 'another order')
  }
})

test('the links back through a search lead to where it began, while rows come and go', async () => {
  const listing = walked.find(({ operation }) => operation === content.search)
  if (!listing) throw new Error('the search of content is not walked')
  const place = await placeOf(listing)
  const forth = await walk(listing, 'Preview', { per_page: 3 })
  const back: string[][] = []
  let prev = forth.at(-1)?.answer.body.pages.prev
  while (prev) {
    await listing.make(place, ++made)
    const { answer, ids }: Page = await readPage(listing, place, 'Preview', { from: prev })
    expect(answer.status).toBe(200)
    back.unshift(ids)
    prev = answer.body.pages.prev
  }
  expect(back).toEqual(forth.slice(0, -1).map(({ ids }) => ids))
})

test.each(['nonsense', 'WzEsMl0=', 'W10='])('%s is no place to go on from', async after => {
  const listing = walked.find(({ operation }) => operation === articles.list)
  if (!listing) throw new Error('articles are not walked')
  const { answer } = await readPage(listing, await placeOf(listing), 'Preview', {
    from: `/articles?page=2&after=${encodeURIComponent(after)}`,
  })
  expect([answer.status, answer.body.errors?.[0].code]).toEqual([400, 'client_error'])
})

async function refused(listing: Listing, asked: Asked, why: string): Promise<void> {
  const { answer } = await readPage(listing, await placeOf(listing), 'Preview', asked)
  expect([answer.status, answer.body.errors?.[0].code], why).toEqual([400, 'client_error'])
}
