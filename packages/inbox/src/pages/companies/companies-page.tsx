import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { filterOf, useOwnAttributes } from '../../data/attributes.ts'
import { useColumns } from '../../data/columns.ts'
import { loadCompanies, useCompanies } from '../../data/companies.ts'
import type { FilterField, ListSearch } from '../../data/filters.ts'
import { useMay } from '../../data/me.ts'
import { useTags } from '../../data/tags.ts'
import { ChosenBar } from '../../parts/chosen-bar.tsx'
import { ColumnMenu } from '../../parts/column-menu.tsx'
import { ExportButton } from '../../parts/export-button.tsx'
import { ImportLink } from '../../parts/import-link.tsx'
import { isNarrowed, ListFrame, ListStates } from '../../parts/list-frame.tsx'
import { t } from '../../text/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { nameOf, USUAL_COLUMNS, useCompanyColumns } from './company-columns.tsx'

/** The companies that contacts belong to. */
export function CompaniesPage() {
  const search = useSearch({ from: '/shell/companies' })
  const navigate = useNavigate()
  const fields = useCompanyFields()
  const list = useCompanies(search, fields)
  const all = useCompanyColumns()
  const { shown, toggle } = useColumns('companies', USUAL_COLUMNS)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayTag = useMay('write_tags')
  const columns = all.filter(({ key }) => key === 'name' || shown.includes(key))
  const show = (wanted: ListSearch) => {
    setChosen(new Set())
    void navigate({ to: '/companies', search: wanted, replace: true })
  }
  return (
    <ListFrame
      title={t('app.companies')}
      count={list.isPending ? undefined : t('people.companyCount', { count: list.total })}
      findLabel={t('people.findCompany')}
      fields={fields}
      search={search}
      onSearch={show}
      aside={
        <>
          <ColumnMenu columns={all.filter(({ key }) => key !== 'name')} shown={shown} onToggle={toggle} />
          <ImportLink to="/import/companies" />
          <ExportButton name="companies" columns={columns} load={loadCompanies(search, fields)} />
        </>
      }
    >
      <ChosenBar ids={[...chosen]} kind="companies" onDone={() => setChosen(new Set())} />
      <ListStates
        list={list}
        isNarrowed={isNarrowed(search)}
        emptyTitle={t('people.noCompanies')}
        emptySays={t('people.noCompaniesSays')}
        onClear={() => show({})}
      >
        <DataTable
          label={t('app.companies')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          sort={search.sort ?? '-created_at'}
          onSort={sort => show({ ...search, sort })}
          onNearEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          choosing={
            mayTag
              ? {
                  ...{ chosen, onChoose: setChosen, allLabel: t('people.chooseAll') },
                  labelOf: name => t('people.choose', { name }),
                }
              : undefined
          }
        />
      </ListStates>
    </ListFrame>
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
