import { conversationAttributes } from '@guichet/contract/operations/conversation-attributes.ts'
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

/** What kind of value an attribute of a conversation or a ticket takes. */
export type AttributeKind =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'datetime'
  | 'list'
  | 'files'
  | 'relationship'

/** An attribute that conversations can have. */
export interface ConversationAttribute {
  name: string
  kind: AttributeKind
  /** Of a list. */
  options: string[]
}

/** The attributes of conversations that the workspace has defined, and those that one of them has besides. */
export function useConversationAttributes(values: Record<string, unknown>): ConversationAttribute[] {
  const { data } = useQuery({ ...queryOf(conversationAttributes.list, {}), staleTime: 60_000 })
  const defined = (data?.data ?? []).filter(({ archived }) => !archived)
  const known = new Set(defined.map(({ name }) => name))
  return [
    ...defined.map(({ name, data_type: kind, options = [] }) => ({
      ...{ name, kind },
      options: options.filter(({ archived }) => !archived).map(({ label }) => label),
    })),
    ...Object.keys(values)
      .filter(name => !known.has(name))
      .map(name => ({ name, kind: kindOf(values[name]), options: [] })),
  ]
}

/** The kind of an attribute that is defined nowhere, by what it holds. */
export const kindOf = (value: unknown): AttributeKind =>
  typeof value === 'number' ? 'decimal' : typeof value === 'boolean' ? 'boolean' : 'string'
