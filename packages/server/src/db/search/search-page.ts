import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Expression, SelectQueryBuilder, SqlBool } from 'kysely'
import type { DB } from '../schema.d.ts'
import { compileSearch } from './compile.ts'
import type { Searchable, SearchContext } from './fields.ts'
import { type IdPage, type Order, pageOfIds } from './page.ts'
import { readSort } from './sort.ts'

/** What a noun is searched by. */
export interface Searching<T extends keyof DB> {
  searchable: Searchable
  /** What lists of the noun show, narrowed by the condition. */
  listed: (condition: Expression<SqlBool>) => SelectQueryBuilder<DB, T, object>
  /** The order of a search that asks for none. */
  order: Order
  /** Names the search: a cursor of another is refused. */
  endpoint: string
  perPage: (asked: number | string | undefined) => number
}

/** One page of the ids that a query tree describes. */
export async function searchPage<Id extends string | number, T extends keyof DB>(
  context: SearchContext,
  { query, sort, pagination }: Static<typeof SearchRequest>,
  { searchable, listed, order, endpoint, perPage }: Searching<T>,
): Promise<IdPage<Id>> {
  const condition = await compileSearch(context, searchable, parseQuery(query))
  return pageOfIds<Id, T>(
    context.tx,
    listed(condition),
    { ...order, ...readSort(context.actor, searchable, sort) },
    {
      endpoint,
      perPage: perPage(pagination?.per_page ?? undefined),
      startingAfter: pagination?.starting_after,
    },
  )
}
