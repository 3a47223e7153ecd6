import type { CompanySearchList } from '@guichet/contract/models/company.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Order } from '../../db/search/page.ts'
import { searchPage } from '../../db/search/search-page.ts'
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
  request: Static<typeof SearchRequest>,
): Promise<Static<typeof CompanySearchList>> {
  mayReadCompanies(actor)
  const page = await searchPage<string, 'companies'>({ tx, actor }, request, {
    searchable: companySearchable(tx, actor),
    listed: condition => listedCompanies(tx, actor).where(condition),
    order: NEWEST_FIRST,
    endpoint: 'companies/search',
    perPage: asked => perPage(asked, { usual: 15, most: 150 }),
  })
  return {
    type: 'list',
    data: await viewCompanies(tx, actor, page.ids),
    total_count: page.total,
    pages: cursorPages(page.page, page.perPage, page.total, page.next),
  }
}

const NEWEST_FIRST: Order = {
  ...{ column: 'companies.created_at', columnType: 'bigint', direction: 'desc' },
  ...{ id: 'companies.id', idType: 'text' },
}
