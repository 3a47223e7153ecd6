import { errors, problem } from '@guichet/contract/errors.ts'
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { decodeCursor, encodeCursor } from './keyset.ts'

/**
 * A page by its number. The links to the pages beside it, which the server gives, carry beside the number the row they
 * begin at: whoever follows them sees each row once, whatever comes and goes meanwhile. Who counts pages gets offsets.
 */
export interface NumberedPage {
  page: number
  perPage: number
  offset: number
  /** The place of the last row before the page, or of the first row after it, as a link had it. */
  after?: string
  before?: string
  /** What links have, once the rows are read: the place of the page's last row where another page follows, and of its first. */
  next?: string
  first?: string
}

/** What rows are ordered by, in one direction; together the columns tell any two rows apart. */
export interface Place {
  by: string | Expression<unknown>
  type: 'bigint' | 'text' | 'uuid' | 'float8'
  /** Null comes before everything else; the first column of an order only. */
  nullable?: boolean
}

export interface PageOrder {
  /** Tells this order from others. */
  name: string
  direction: 'asc' | 'desc'
  places: [Place, ...Place[]]
}

/** The order of most lists: by a time and then by id. */
export const byTime = (time: string, id = 'id', idType: Place['type'] = 'bigint'): PageOrder => ({
  ...{ name: `${time} ${id}`, direction: 'desc' },
  places: [
    { by: time, type: 'bigint' },
    { by: id, type: idType },
  ],
})

/** In the order in which rows were made, or the other way round. */
export const byId = (direction: 'asc' | 'desc', id = 'id'): PageOrder => ({
  ...{ name: `${id} ${direction}`, direction },
  places: [{ by: id, type: 'bigint' }],
})

/** The rows of a page, in order; the page is told where its neighbours begin. */
export async function rowsOfPage<D, T extends keyof D, O>(
  selecting: SelectQueryBuilder<D, T, O>,
  order: PageOrder,
  page: NumberedPage,
): Promise<O[]> {
  const backwards = page.before !== undefined
  const { offset, perPage } = page
  const found = await ordered(narrowed(selecting, order, page), order, backwards)
    .select(sql<string>`json_build_array(${sql.join(order.places.map(placeOf))})::text`.as('place'))
    .limit(perPage + 1)
    .$if(page.after === undefined && !backwards, query => query.offset(offset))
    .$castTo<O & { place: string }>()
    .execute()
  const kept = found.slice(0, perPage)
  const rows = backwards ? kept.toReversed() : kept
  const [first, last] = [rows.at(0), rows.at(-1)]
  if (first) page.first = anchorOf(order, first.place)
  if (last && (found.length > kept.length || backwards)) page.next = anchorOf(order, last.place)
  return rows
}

function ordered<D, T extends keyof D, O>(
  selecting: SelectQueryBuilder<D, T, O>,
  { places, direction }: PageOrder,
  backwards: boolean,
): SelectQueryBuilder<D, T, O> {
  const ascending = (direction === 'asc') !== backwards
  return places.reduce((query, place) => {
    const nulls = place.nullable ? (ascending ? ' nulls first' : ' nulls last') : ''
    return query.orderBy(sql`${placeOf(place)} ${sql.raw((ascending ? 'asc' : 'desc') + nulls)}`)
  }, selecting)
}

function narrowed<D, T extends keyof D, O>(
  selecting: SelectQueryBuilder<D, T, O>,
  order: PageOrder,
  { after, before }: NumberedPage,
): SelectQueryBuilder<D, T, O> {
  const text = before ?? after
  return text === undefined ? selecting : selecting.where(beyond(order, text, before !== undefined))
}

/** Whether a row comes after a place, or before it. */
function beyond(order: PageOrder, text: string, backwards: boolean): Expression<SqlBool> {
  const { places } = order
  const { values } = decodeCursor(order.name, text, places.length)
  if (!places.every(({ type, nullable }, at) => fits(values[at], type, nullable)))
    throw problem(errors.cursorInvalid)
  const upwards = (order.direction === 'asc') !== backwards
  const side = sql.raw(upwards ? '>' : '<')
  const columns = sql.join(places.map(placeOf))
  const row = sql.join(places.map(({ type }, at) => sql`${values[at]}::${sql.raw(type)}`))
  const [first, ...rest] = places
  if (!first.nullable) return sql<boolean>`(${columns}) ${side} (${row})`
  const lead = placeOf(first)
  if (values[0] !== null)
    return upwards
      ? sql<boolean>`(${columns}) > (${row})`
      : sql<boolean>`((${columns}) < (${row}) or ${lead} is null)`
  const others = sql.join(rest.map(({ type }, at) => sql`${values[at + 1]}::${sql.raw(type)}`))
  const amongNulls = sql`${lead} is null and (${sql.join(rest.map(placeOf))}) ${side} (${others})`
  return upwards ? sql<boolean>`((${amongNulls}) or ${lead} is not null)` : sql<boolean>`(${amongNulls})`
}

const placeOf = ({ by }: Place): Expression<unknown> => (typeof by === 'string' ? sql.ref(by) : by)

function anchorOf({ name }: PageOrder, place: string): string {
  const values: unknown = JSON.parse(place)
  return encodeCursor(name, { values: Array.isArray(values) ? values : [], id: '', page: 0 })
}

const fits = (value: unknown, type: Place['type'], nullable = false): boolean =>
  value === null ? nullable : FITS[type](value)

const FITS: Record<Place['type'], (value: unknown) => boolean> = {
  bigint: Number.isSafeInteger,
  float8: value => typeof value === 'number',
  text: value => typeof value === 'string' && !value.includes('\0'),
  uuid: value => typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value),
}
