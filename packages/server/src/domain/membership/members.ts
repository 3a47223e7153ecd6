import type { ContactAttachedCompanies } from '@guichet/contract/models/company.ts'
import type { CompanyAttachedContacts } from '@guichet/contract/models/contact.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadCompanies, requireCompany, viewCompanies } from '../company/index.ts'
import { contactsWhere, requireContact } from '../contact/index.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { countCompaniesOf, inCompany, selectCompanyIdsOf } from './membership.sql.ts'

/** The companies of a contact, page by page, the latest joined first. 404 for no such contact. */
export async function listCompaniesOfContact(
  tx: Tx,
  actor: Actor,
  contactId: string,
  query: PageQuery,
): Promise<Static<typeof ContactAttachedCompanies>> {
  mayReadCompanies(actor)
  const { id } = await requireContact(tx, actor, contactId)
  const page = numberedPage(query, PAGE)
  const [ids, total] = await Promise.all([
    selectCompanyIdsOf(tx, actor.workspace.id, id, page),
    countCompaniesOf(tx, actor.workspace.id, id),
  ])
  const data = await viewCompanies(tx, actor, ids)
  const pages = numberedPages(actor, `/contacts/${id}/companies`, query, page, total)
  return { type: 'list', data, ...(!actor.strict && { companies: data }), total_count: total, pages }
}

/** The contacts of a company, page by page. 404 for no such company. */
export async function listContactsOfCompany(
  tx: Tx,
  actor: Actor,
  companyId: string,
  query: PageQuery,
): Promise<Static<typeof CompanyAttachedContacts>> {
  mayReadCompanies(actor)
  const { id } = await requireCompany(tx, actor, companyId)
  const page = numberedPage(query, PAGE)
  const { total, data } = await contactsWhere(tx, actor, inCompany(tx, actor.workspace.id, id), page)
  const pages = numberedPages(actor, `/companies/${id}/contacts`, query, page, total)
  return { type: 'list', data, total_count: total, pages }
}

const PAGE = { usual: 50, most: 150 }
