import { errors, problem } from '@guichet/contract/errors.ts'
import type { CompanyList, FoundCompany } from '@guichet/contract/models/company.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { totalOf } from '../../db/search/totals.ts'
import type { Actor } from '../actor.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { segmentCondition, selectSegment } from '../segment/index.ts'
import { taggedWith } from '../tag/index.ts'
import { mayReadCompanies } from './company.policy.ts'
import { companySearchable } from './company.search.ts'
import { selectCompanyRef } from './company.sql.ts'
import { type CompanyView, viewCompanies } from './company.view.ts'
import { ALL, both, listedCompanies, NONE, selectCompanyNamed, selectListedIds } from './listed.sql.ts'

type CompanyPage = Static<typeof CompanyList>
type FoundView = Static<typeof FoundCompany>

/** How `GET /companies` is filtered. */
export interface CompanyFilter extends PageQuery {
  company_id?: string
  name?: string
  tag_id?: string
  segment_id?: string
}

/** One company by its id; 404 when there is none. */
export async function findCompanyById(tx: Tx, actor: Actor, id: string): Promise<CompanyView> {
  mayReadCompanies(actor)
  const [view] = await viewCompanies(tx, actor, [id])
  if (!view) throw problem(errors.companyNotFound)
  return view
}

/** The one company of a `company_id` or name, 404 when there is none; else a page of those with a tag or in a segment. */
export async function findCompanies(
  tx: Tx,
  actor: Actor,
  query: CompanyFilter,
): Promise<CompanyView | FoundView | CompanyPage> {
  mayReadCompanies(actor)
  const { company_id, name } = query
  const { id: workspaceId } = actor.workspace
  if (company_id !== undefined)
    return viewFound(tx, actor, query, await selectCompanyRef(tx, workspaceId, { company_id }))
  if (name !== undefined) return viewFound(tx, actor, query, await selectCompanyNamed(tx, workspaceId, name))
  const condition = await conditionOf(tx, actor, query)
  return pageOfCompanies(tx, actor, { path: '/companies', query, condition })
}

/** A page of all companies, those that made the latest request first; last with `order=asc`. */
export async function listCompanies(
  tx: Tx,
  actor: Actor,
  query: PageQuery & { order?: string },
): Promise<CompanyPage> {
  mayReadCompanies(actor)
  return pageOfCompanies(tx, actor, { path: '/companies/list', query, condition: ALL })
}

/** In strict mode the company by itself, as the original answers. */
async function viewFound(
  tx: Tx,
  actor: Actor,
  query: CompanyFilter,
  found: { id: string } | undefined,
): Promise<CompanyView | FoundView> {
  if (!found) throw problem(errors.companyNotFound)
  const company = await findCompanyById(tx, actor, found.id)
  if (actor.strict) return company
  const pages = numberedPages(actor, '/companies', query, numberedPage({}, PAGE), 1)
  return { ...company, type: 'list', data: [company], total_count: 1, pages }
}

async function conditionOf(
  tx: Tx,
  actor: Actor,
  { tag_id, segment_id }: CompanyFilter,
): Promise<Expression<SqlBool>> {
  const tagged = tag_id === undefined ? ALL : taggedWith(tx, actor.workspace.id, COMPANIES, [tag_id])
  const inSegment = segment_id === undefined ? ALL : await segmentNamed(tx, actor, segment_id)
  return both(tagged, inSegment)
}

const COMPANIES = { type: 'company', idColumn: 'companies.id' } as const

async function segmentNamed(tx: Tx, actor: Actor, id: string): Promise<Expression<SqlBool>> {
  const segment = await selectSegment(tx, actor.workspace.id, id)
  if (segment?.person_type !== 'company') return NONE
  return segmentCondition({ tx, actor }, companySearchable(tx, actor), segment)
}

async function pageOfCompanies(
  tx: Tx,
  actor: Actor,
  of: { path: string; query: PageQuery & { order?: string }; condition: Expression<SqlBool> },
): Promise<CompanyPage> {
  const { path, query, condition } = of
  const page = numberedPage(query, PAGE)
  if (page.offset >= MOST_ROWS) throw problem(errors.pageLimitReached)
  const direction = query.order?.toLowerCase() === 'asc' ? 'asc' : 'desc'
  const perPage = Math.min(page.perPage, MOST_ROWS - page.offset)
  const read = { ...page, perPage }
  const [ids, total] = await Promise.all([
    selectListedIds(tx, actor, { condition, direction, page: read }),
    totalOf(tx, listedCompanies(tx, actor).where(condition).select('companies.id')),
  ])
  const data = await viewCompanies(tx, actor, ids)
  return {
    type: 'list',
    data,
    total_count: total,
    pages: numberedPages(actor, path, query, { ...read, perPage: page.perPage }, total),
  }
}

const PAGE = { usual: 15, most: 60 }
/** Pages by number reach no further; a scroll does. */
const MOST_ROWS = 10_000
