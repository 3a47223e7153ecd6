import type { Company as CompanyModel } from '@guichet/contract/models/company.ts'
import { companies, type UpdateCompanyRequest } from '@guichet/contract/operations/companies.ts'
import { notes } from '@guichet/contract/operations/notes.ts'
import { segments } from '@guichet/contract/operations/segments.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { type FilterField, type ListSearch, searchQuery } from './filters.ts'
import { useMe } from './me.ts'
import { type LoadPage, PER_PAGE, sortOf, usePages } from './pages.ts'
import type { Contact } from './person.ts'
import { queryOf } from './query-of.ts'

export type Company = Static<typeof CompanyModel>

const WORDS = ['name', 'company_id', 'website']

/** How the companies that were asked for are loaded, page by page. */
export const loadCompanies =
  (search: ListSearch, fields: readonly FilterField[]): LoadPage<Company> =>
  async (cursor, signal) => {
    const { data, total_count, pages } = await call(companies.search, {
      body: {
        query: searchQuery(search, fields, WORDS),
        pagination: { per_page: PER_PAGE, starting_after: cursor },
        sort: sortOf(search.sort, '-created_at'),
      },
      signal,
    })
    return { rows: data, total: total_count, next: pages.next?.starting_after }
  }

export const useCompanies = (search: ListSearch, fields: readonly FilterField[]) =>
  usePages([companies.search.path, search, fields.length], loadCompanies(search, fields))

const companyQuery = (id: string) => queryOf(companies.findById, { params: { id } })

export const useCompany = (id: string) => useQuery(companyQuery(id))

/** The people of a company, page by page. */
export const useCompanyContacts = (id: string) =>
  usePages<Contact>([companies.listContacts.path, id], async (cursor, signal) => {
    const page = Number(cursor ?? 1)
    const { data, total_count, pages } = await call(companies.listContacts, {
      params: { id },
      query: { page: String(page), per_page: String(PER_PAGE) },
      signal,
    })
    return { rows: data, total: total_count, next: page < pages.total_pages ? String(page + 1) : undefined }
  })

export const useCompanySegments = (id: string) =>
  useQuery(queryOf(segments.listForCompany, { params: { id } })).data?.data ?? []

export const useCompanyNotes = (id: string) =>
  useQuery(queryOf(notes.listForCompany, { params: { company_id: id } })).data?.data ?? []

/** Writes a note on a company. */
export function useAddCompanyNote(id: string) {
  const client = useQueryClient()
  const me = useMe()
  return useMutation({
    mutationFn: (body: string) =>
      call(notes.createForCompany, { params: { company_id: id }, body: { body, admin_id: me.admin.id } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [notes.listForCompany.path] }),
  })
}

/** Changes what is known of a company. */
export function useChangeCompany(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Static<typeof UpdateCompanyRequest>) =>
      call(companies.update, { params: { id }, body }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: company => client.setQueryData(companyQuery(id).queryKey, company),
  })
}
