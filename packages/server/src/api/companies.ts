import { companies } from '@guichet/contract/operations/companies.ts'
import {
  deleteCompany,
  findCompanies,
  findCompanyById,
  listCompanies,
  saveCompany,
  scrollCompanies,
  searchCompanies,
  updateCompany,
} from '../domain/company/index.ts'
import {
  attachContact,
  detachContact,
  listCompaniesOfContact,
  listContactsOfCompany,
} from '../domain/membership/index.ts'
import { handlers } from './handlers.ts'

export const companyRoutes = handlers(companies, {
  find: ({ tx, actor, query }) => findCompanies(tx, actor, query),
  save: ({ tx, actor, body }) => saveCompany(tx, actor, body),
  list: ({ tx, actor, query, body }) => listCompanies(tx, actor, { ...query, ...body }),
  scroll: ({ tx, actor, query }) => scrollCompanies(tx, actor, query.scroll_param),
  search: ({ tx, actor, body }) => searchCompanies(tx, actor, body),
  findById: ({ tx, actor, params }) => findCompanyById(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateCompany(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteCompany(tx, actor, params.id),

  listContacts: ({ tx, actor, params, query }) => listContactsOfCompany(tx, actor, params.id, query),
  listForContact: ({ tx, actor, params, query }) => listCompaniesOfContact(tx, actor, params.id, query),
  attachToContact: ({ tx, actor, params, body }) =>
    attachContact(tx, actor, { contactId: params.id, companyId: body.id }),
  detachFromContact: ({ tx, actor, params }) =>
    detachContact(tx, actor, { contactId: params.contact_id, companyId: params.id }),
})
