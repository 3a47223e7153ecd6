import type { CompanySearchList } from '@guichet/contract/models/company.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { parseQuery } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import { compileSearch } from '../../db/search/compile.ts'
import { type Order, pageOfIds } from '../../db/search/page.ts'
import { readSort } from '../../db/search/sort.ts'
import type { Actor } from '../actor.ts'
import { cursorPages, perPage } from '../paging.ts'
import { mayReadCompanies } from './company.policy.ts'
import { companySearchable } from './company.search.ts'
import { viewCompanies } from './company.view.ts'
import { listedCompanies } from './listed.sql.ts'

/** The companies a query asks for, page by page, the newest first where it does not say. */
export async function searchCompanies(
  tx: Tx,
  actor: Actor,
  { query, sort, pagination }: Static<typeof SearchRequest>,
): Promise<Static<typeof CompanySearchList>> {
  mayReadCompanies(actor)
  const searchable = companySearchable(tx, actor)
  const condition = await compileSearch({ tx, actor }, searchable, parseQuery(query))
  const order = { ...NEWEST_FIRST, ...readSort(actor, searchable, sort) }
  const page = await pageOfIds<string, 'companies'>(tx, listedCompanies(tx, actor).where(condition), order, {
    endpoint: 'companies/search',
    perPage: perPage(pagination?.per_page ?? undefined, PAGE),
    startingAfter: pagination?.starting_after,
  })
  return {
    type: 'list',
    data: await viewCompanies(tx, actor, page.ids),
    total_count: page.total,
    pages: cursorPages(page.page, page.perPage, page.total, page.next),
  }
}

const PAGE = { usual: 15, most: 150 }

const NEWEST_FIRST: Order = {
  ...{ column: 'companies.created_at', columnType: 'bigint', direction: 'desc' },
  ...{ id: 'companies.id', idType: 'text' },
}
