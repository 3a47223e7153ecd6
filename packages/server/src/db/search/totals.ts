import { type Compilable, type Expression, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Tx } from '../database.ts'

/** Up to here rows are counted at every question; beyond, a count is good for ten seconds. */
const COUNTED_EACH_TIME = 10_000
const GOOD_FOR_MS = 10_000

const known = new LRUCache<string, number>({ max: 10_000, ttl: GOOD_FOR_MS })

/**
 * How many rows a selection has. Small ones are counted exactly; a large one may be as of ten seconds ago, so that
 * paging through a big table does not count it again for every page.
 */
export async function totalOf(tx: Tx, selection: Selection): Promise<number> {
  const { sql: text, parameters } = selection.compile()
  const key = `${text}\n${JSON.stringify(parameters)}`
  const recent = known.get(key)
  if (recent !== undefined) return recent
  const few = await count(tx, selection, COUNTED_EACH_TIME + 1)
  if (few <= COUNTED_EACH_TIME) return few
  const all = await count(tx, selection, undefined)
  known.set(key, all)
  return all
}

/** A select statement; what it selects does not matter. */
export type Selection = Expression<unknown> & Compilable

async function count(tx: Tx, selection: Selection, most: number | undefined): Promise<number> {
  const limit = most === undefined ? sql`` : sql`limit ${sql.lit(most)}`
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from (${selection} ${limit}) as counted`.execute(tx)
  return rows[0]?.n ?? 0
}
