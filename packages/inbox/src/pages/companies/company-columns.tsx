import { Link } from '@tanstack/react-router'
import { useOwnAttributes } from '../../data/attributes.ts'
import type { Company } from '../../data/companies.ts'
import { stampOf, TagsCell, TextCell, TimeCell, wordsOf } from '../../parts/cells.tsx'
import type { FileColumn } from '../../parts/csv.ts'
import { number } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'

export type CompanyColumn = DataColumn<Company> & FileColumn<Company>

export const USUAL_COLUMNS = ['user_count', 'plan', 'monthly_spend', 'tags', 'created_at']

export const nameOf = ({ name, company_id }: Company): string => name || company_id

/** Every column a table of companies can have. */
export function useCompanyColumns(): CompanyColumn[] {
  const own = useOwnAttributes('company')
  return [
    {
      ...{ key: 'name', label: t('inbox.name'), width: 240, sort: 'name', text: nameOf },
      cell: company => (
        <Link
          to="/companies/$id"
          params={{ id: company.id }}
          className="flex items-center gap-2.5 font-medium text-ink hover:underline"
        >
          <Avatar name={nameOf(company)} square />
          <span dir="auto" className="truncate">
            {nameOf(company)}
          </span>
        </Link>
      ),
    },
    figure('user_count', t('people.people'), ({ user_count }) => user_count),
    text('plan', t('people.plan'), ({ plan }) => plan.name),
    figure('monthly_spend', t('people.monthlySpend'), ({ monthly_spend }) => monthly_spend),
    {
      ...{ key: 'tags', label: t('people.tags'), width: 200 },
      cell: ({ tags }) => <TagsCell names={tags.tags.map(({ name }) => name)} />,
      text: ({ tags }) => tags.tags.map(({ name }) => name).join('; '),
    },
    text('industry', t('people.industry'), ({ industry }) => industry),
    text('website', t('people.website'), ({ website }) => website),
    { ...text('company_id', t('people.externalId'), ({ company_id }) => company_id), sort: 'company_id' },
    figure('session_count', t('people.sessions'), ({ session_count }) => session_count),
    time('last_request_at', t('inbox.lastSeen'), ({ last_request_at }) => last_request_at),
    time('created_at', t('people.created'), ({ created_at }) => created_at),
    ...own.map(({ full_name, name, label }) =>
      text(full_name, label, ({ custom_attributes }) => wordsOf(custom_attributes[name])),
    ),
  ]
}

const text = (key: string, label: string, of: (company: Company) => string | undefined): CompanyColumn => ({
  ...{ key, label, width: 160 },
  cell: company => <TextCell>{of(company)}</TextCell>,
  text: company => of(company) ?? '',
})

const figure = (key: string, label: string, of: (company: Company) => number): CompanyColumn => ({
  ...{ key, label, width: 130, figure: true, sort: key },
  cell: company => number(of(company)),
  text: company => String(of(company)),
})

const time = (
  key: string,
  label: string,
  of: (company: Company) => number | null | undefined,
): CompanyColumn => ({
  ...{ key, label, width: 140, sort: key },
  cell: company => <TimeCell at={of(company)} />,
  text: company => stampOf(of(company)),
})
