import { errors, problem } from '@guichet/contract/errors.ts'
import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../database.ts'
import { type Cursor, decodeCursor, encodeCursor } from '../keyset.ts'
import type { DB } from '../schema.d.ts'
import type { SortColumn } from './fields.ts'
import { totalOf } from './totals.ts'

/** The order of a listing: one column, then the id, so that every row has a place of its own. */
export interface Order extends SortColumn {
  id: string
  idType: 'bigint' | 'text'
  direction: 'asc' | 'desc'
}

export interface PageAsked {
  /** Names the listing and its order: a cursor of another is refused. */
  endpoint: string
  perPage: number
  startingAfter: string | null | undefined
}

/** One page of ids, where it stands, and the way to the next. */
export interface IdPage<Id> {
  ids: Id[]
  page: number
  perPage: number
  total: number
  next: string | undefined
}

type Selecting<T extends keyof DB> = SelectQueryBuilder<DB, T, object>

/** One page of what `selecting` narrows to; any depth costs what the first page does. */
export async function pageOfIds<Id extends string | number, T extends keyof DB = keyof DB>(
  tx: Tx,
  selecting: Selecting<T>,
  order: Order,
  asked: PageAsked,
): Promise<IdPage<Id>> {
  const cursor = asked.startingAfter
    ? decodeCursor(endpointOf(order, asked), asked.startingAfter, 1)
    : undefined
  const [rows, total] = await Promise.all([
    selectRows<Id, T>(cursor ? selecting.where(beyond(order, cursor)) : selecting, order, asked.perPage + 1),
    totalOf(tx, selecting.select(sql<number>`1`.as('one'))),
  ])
  const page = cursor?.page ?? 1
  const kept = rows.slice(0, asked.perPage)
  const last = kept.at(-1)
  const next =
    rows.length > kept.length && last
      ? encodeCursor(endpointOf(order, asked), { values: [last.at], id: last.id, page: page + 1 })
      : undefined
  return { ids: kept.map(row => row.id), page, perPage: asked.perPage, total, next }
}

const endpointOf = (order: Order, { endpoint }: PageAsked): string =>
  `${endpoint} ${order.column} ${order.direction}`

function selectRows<Id, T extends keyof DB>(selecting: Selecting<T>, order: Order, limit: number) {
  return selecting
    .select([sql`${sql.ref(order.id)}`.as('id'), sql`${placeOf(order)}`.as('at')])
    .orderBy(placeOf(order), order.direction)
    .orderBy(sql.ref(order.id), order.direction)
    .limit(limit)
    .$castTo<{ id: Id; at: string | number }>()
    .execute()
}

function beyond(order: Order, { values: [at], id }: Cursor): Expression<SqlBool> {
  if (!fits(at, order.columnType) || !fits(id, order.idType)) throw problem(errors.cursorInvalid)
  const place = sql`(${at}::${sql.raw(order.columnType)}, ${id}::${sql.raw(order.idType)})`
  const side = sql.raw(order.direction === 'asc' ? '>' : '<')
  return sql<boolean>`(${placeOf(order)}, ${sql.ref(order.id)}) ${side} ${place}`
}

/** What rows are ordered by; an index serves it only where the column is never null. */
const placeOf = ({ column, columnType, nullAs, place }: Order) =>
  place ??
  (nullAs === undefined
    ? sql.ref(column)
    : sql`coalesce(${sql.ref(column)}, ${sql.lit(nullAs)}::${sql.raw(columnType)})`)

const fits = (value: unknown, type: string): boolean =>
  type === 'text'
    ? typeof value === 'string'
    : type === 'numeric'
      ? typeof value === 'number'
      : Number.isSafeInteger(value)
