import {
  Company,
  CompanyList,
  CompanyScroll,
  CompanySearchList,
  ContactAttachedCompanies,
  DeletedCompany,
  FoundCompany,
} from '../models/company.ts'
import { CompanyAttachedContacts } from '../models/contact.ts'
import { SearchRequest } from '../models/search-request.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  since,
  Type,
  texts,
} from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

/** Whole units; the domain cuts fractions off. */
const SpendInput = Type.Union([Type.Number(), Type.String({ pattern: '^\\s*-?\\d+(\\.\\d+)?\\s*$' })])

export const SaveCompanyRequest = model('create_or_update_company_request', {
  company_id: optional(IdInput()),
  name: optional(nullable(Type.String())),
  plan: optional(nullable(Type.String())),
  size: optional(nullable(IntegerInput())),
  website: optional(nullable(Type.String())),
  industry: optional(nullable(Type.String())),
  custom_attributes: optional(nullable(Dictionary())),
  monthly_spend: optional(nullable(SpendInput)),
  remote_created_at: optional(nullable(IntegerInput())),
  update_last_request_at: since('2.16', optional(nullable(BooleanInput()))),
})

/** As in a query, what is no number is passed over. */
const PageInput = optional(Type.Union([Type.String(), Type.Number()]))

/** The same as the query: some clients send these in the body. */
export const ListCompaniesRequest = model('list_companies_request', {
  page: PageInput,
  per_page: PageInput,
  order: optional(Type.String()),
})

export const UpdateCompanyRequest = model('update_company_request', {
  name: optional(nullable(Type.String())),
  plan: optional(nullable(Type.String())),
  size: optional(nullable(IntegerInput())),
  website: optional(nullable(Type.String())),
  industry: optional(nullable(Type.String())),
  custom_attributes: optional(nullable(Dictionary())),
  monthly_spend: optional(nullable(SpendInput)),
})

export const AttachCompanyRequest = model('attach_company_request', {
  id: texts(IdInput(), { missing: 'company not specified', invalid: 'company not specified' }),
})

export const companies = family({
  find: {
    method: 'GET',
    path: '/companies',
    scope: 'read_users_and_companies',
    summary: 'One company, or companies by filter',
    query: Type.Object({
      ...linkedPageQuery,
      name: optional(Type.String()),
      company_id: optional(Type.String()),
      tag_id: optional(Type.String()),
      segment_id: optional(Type.String()),
    }),
    answer: Type.Union([Company, FoundCompany, CompanyList]),
  },
  save: {
    method: 'POST',
    path: '/companies',
    scope: 'read_write_users',
    summary: 'Create or change a company',
    body: SaveCompanyRequest,
    bodyOptional: true,
    answer: Company,
  },
  list: {
    method: 'POST',
    path: '/companies/list',
    scope: 'read_users_and_companies',
    summary: 'Companies, page by page',
    reads: true,
    query: Type.Object({ ...linkedPageQuery, order: optional(Type.String()) }),
    body: ListCompaniesRequest,
    bodyOptional: true,
    answer: CompanyList,
  },
  scroll: {
    method: 'GET',
    path: '/companies/scroll',
    scope: 'read_users_and_companies',
    summary: 'Every company, batch by batch',
    reads: false,
    query: Type.Object({ scroll_param: optional(Type.String()) }),
    answer: CompanyScroll,
  },
  search: {
    method: 'POST',
    path: '/companies/search',
    since: 'Preview',
    scope: 'read_users_and_companies',
    summary: 'Companies by query',
    reads: true,
    body: SearchRequest,
    answer: CompanySearchList,
  },
  findById: {
    method: 'GET',
    path: '/companies/{id}',
    asOf: true,
    scope: 'read_users_and_companies',
    summary: 'One company',
    answer: Company,
  },
  update: {
    method: 'PUT',
    path: '/companies/{id}',
    scope: 'read_write_users',
    summary: 'Change a company',
    body: UpdateCompanyRequest,
    bodyOptional: true,
    answer: Company,
  },
  delete: {
    method: 'DELETE',
    path: '/companies/{id}',
    scope: 'read_write_users',
    summary: 'Delete a company',
    answer: DeletedCompany,
  },
  listContacts: {
    method: 'GET',
    path: '/companies/{id}/contacts',
    scope: 'read_users_and_companies',
    summary: 'Contacts of a company',
    query: Type.Object({ ...linkedPageQuery }),
    answer: CompanyAttachedContacts,
  },
  listForContact: {
    method: 'GET',
    path: '/contacts/{id}/companies',
    scope: 'read_users_and_companies',
    summary: 'Companies of a contact',
    query: Type.Object({ ...linkedPageQuery }),
    answer: ContactAttachedCompanies,
  },
  attachToContact: {
    method: 'POST',
    path: '/contacts/{id}/companies',
    scope: 'read_write_users',
    summary: 'Put a contact in a company',
    body: AttachCompanyRequest,
    bodyOptional: true,
    answer: Company,
  },
  detachFromContact: {
    method: 'DELETE',
    path: '/contacts/{contact_id}/companies/{id}',
    scope: 'read_write_users',
    summary: 'Take a contact out of a company',
    answer: Company,
  },
})
