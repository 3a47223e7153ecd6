import type { Operator } from '@guichet/contract/search.ts'
import type { Tx } from '../../db/database.ts'
import type { Searchable, SearchField, SortColumn } from '../../db/search/fields.ts'
import type { Actor } from '../actor.ts'
import { searchableAttributes } from '../data-attribute/index.ts'
import { tagField } from '../tag/index.ts'

/** What can be searched in companies, for one actor. Plans and segments cannot. */
export function companySearchable(tx: Tx, actor: Actor): Searchable {
  const attribute = searchableAttributes(tx, actor, {
    ...{ model: 'company', column: 'companies.custom_attributes' },
  })
  return {
    field: name => attribute(name) ?? FIELDS.get(name),
    sort: name => SORTS.get(name),
  }
}

const DATES = ['created_at', 'updated_at', 'remote_created_at', 'last_request_at']
const NUMBERS = ['monthly_spend', 'session_count', 'user_count', 'size']
const BY_SECOND: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<=']

const FIELDS = new Map<string, SearchField>([
  ['id', { kind: 'exact', column: 'companies.id' }],
  ['company_id', { kind: 'exact', column: 'companies.company_id' }],
  ['name', { kind: 'text', column: 'companies.name' }],
  ['industry', { kind: 'text', column: 'companies.industry' }],
  ['website', { kind: 'text', column: 'companies.website' }],
  ...DATES.map(name => [name, { kind: 'date', column: `companies.${name}`, operators: BY_SECOND }] as const),
  ...NUMBERS.map(name => [name, { kind: 'number', column: `companies.${name}` }] as const),
  ['tag_id', tagField({ type: 'company', idColumn: 'companies.id' })],
])

/** The names of all fields but those the workspace defines itself. */
export const COMPANY_FIELDS: readonly string[] = [...FIELDS.keys()]

/** Times are never before 1970, so -1 is none of them; a name is never empty. */
const SORTS = new Map<string, SortColumn>([
  ['company_id', { column: 'companies.company_id', columnType: 'text' }],
  ['name', { column: 'companies.name', columnType: 'text', nullAs: '' }],
  ['created_at', { column: 'companies.created_at', columnType: 'bigint' }],
  ['updated_at', { column: 'companies.updated_at', columnType: 'bigint' }],
  ['remote_created_at', { column: 'companies.remote_created_at', columnType: 'bigint', nullAs: -1 }],
  ['last_request_at', { column: 'companies.last_request_at', columnType: 'bigint', nullAs: -1 }],
  ['monthly_spend', { column: 'companies.monthly_spend', columnType: 'bigint' }],
  ['session_count', { column: 'companies.session_count', columnType: 'bigint' }],
  ['user_count', { column: 'companies.user_count', columnType: 'bigint' }],
])
