import { useNavigate, useSearch } from '@tanstack/react-router'
import { filterOf, useOwnAttributes } from '../../data/attributes.ts'
import { loadCompanies, useCompanies } from '../../data/companies.ts'
import type { FilterField } from '../../data/filters.ts'
import { useTags } from '../../data/tags.ts'
import { PeopleList } from '../../parts/people-list.tsx'
import { t } from '../../text/t.ts'
import { nameOf, USUAL_COLUMNS, useCompanyColumns } from './company-columns.tsx'

/** The companies that contacts belong to. */
export function CompaniesPage() {
  const search = useSearch({ from: '/shell/companies' })
  const navigate = useNavigate()
  const fields = useCompanyFields()
  return (
    <PeopleList
      kind="companies"
      title={t('app.companies')}
      count={total => t('people.companyCount', { count: total })}
      findLabel={t('people.findCompany')}
      emptyTitle={t('people.noCompanies')}
      emptySays={t('people.noCompaniesSays')}
      fields={fields}
      search={search}
      onSearch={wanted => void navigate({ to: '/companies', search: wanted, replace: true })}
      list={useCompanies(search, fields)}
      load={loadCompanies(search, fields)}
      columns={useCompanyColumns()}
      usual={USUAL_COLUMNS}
      nameOf={nameOf}
    />
  )
}

/** Everything companies can be filtered by; plans and segments cannot be searched. */
function useCompanyFields(): FilterField[] {
  const own = useOwnAttributes('company').map(filterOf)
  const tags = useTags().map(({ id, name }) => ({ value: id, label: name }))
  const field = (kind: FilterField['kind'], name: string, label: string) => ({ kind, name, label })
  return [
    field('text', 'name', t('inbox.name')),
    ...(tags.length > 0 ? [{ ...field('choice', 'tag_id', t('inbox.tag')), choices: tags }] : []),
    field('text', 'industry', t('people.industry')),
    field('text', 'website', t('people.website')),
    field('text', 'company_id', t('people.externalId')),
    field('number', 'user_count', t('people.people')),
    field('number', 'monthly_spend', t('people.monthlySpend')),
    field('number', 'session_count', t('people.sessions')),
    field('number', 'size', t('people.size')),
    field('date', 'last_request_at', t('inbox.lastSeen')),
    field('date', 'created_at', t('people.created')),
    ...own,
  ]
}
