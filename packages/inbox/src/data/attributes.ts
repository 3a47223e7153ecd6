import { dataAttributes } from '@guichet/contract/operations/data-attributes.ts'
import { useQuery } from '@tanstack/react-query'
import type { FieldKind, FilterField } from './filters.ts'
import { queryOf } from './query-of.ts'

/** The attributes a workspace has defined for its contacts or companies. */
export function useOwnAttributes(model: 'contact' | 'company') {
  const { data } = useQuery({ ...queryOf(dataAttributes.list, { query: { model } }), staleTime: 60_000 })
  return (data?.data ?? []).filter(({ custom, archived }) => custom && !archived)
}

export type OwnAttribute = ReturnType<typeof useOwnAttributes>[number]

const KINDS: Record<OwnAttribute['data_type'], FieldKind> = {
  ...{
    string: 'text',
    integer: 'number',
    float: 'number',
    boolean: 'boolean',
    date: 'date',
    datetime: 'date',
  },
}

/** How an attribute is filtered by. */
export const filterOf = ({ full_name, label, data_type, options }: OwnAttribute): FilterField =>
  options
    ? { name: full_name, label, kind: 'choice', choices: options.map(value => ({ value, label: value })) }
    : { name: full_name, label, kind: KINDS[data_type] }
