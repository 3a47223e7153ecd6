import { sortOrderIsStrict } from '@guichet/contract/changes/gates.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { Actor } from '../../domain/actor.ts'
import type { Searchable, SortColumn } from './fields.ts'

/** How a search asks for its results to be ordered; the part that it leaves open is left out. */
export type AskedOrder = Partial<SortColumn> & { direction?: 'asc' | 'desc' }

/**
 * Reads the `sort` of a search. From 2.16 on an order other than ascending and descending and a field that cannot be
 * sorted by are refused; before, they are passed over.
 */
export function readSort(
  actor: Actor,
  searchable: Searchable,
  sort: Record<string, unknown> | null | undefined,
): AskedOrder {
  const strict = actor.gates.has(sortOrderIsStrict)
  return { ...readField(searchable, sort?.field, strict), ...readDirection(sort?.order, strict) }
}

function readField(searchable: Searchable, field: unknown, strict: boolean): Partial<SortColumn> {
  if (field === undefined || field === null) return {}
  const column = typeof field === 'string' ? searchable.sort(field) : undefined
  if (column) return column
  if (!strict) return {}
  const name = typeof field === 'string' ? field : JSON.stringify(field)
  throw problem(errors.invalidField, `${name} is not a valid sort field`, 'field')
}

function readDirection(order: unknown, strict: boolean): Pick<AskedOrder, 'direction'> {
  if (order === undefined || order === null) return {}
  if (order === 'ascending') return { direction: 'asc' }
  if (order === 'descending') return { direction: 'desc' }
  if (strict) {
    const told = typeof order === 'string' ? order : JSON.stringify(order)
    throw problem(
      errors.invalidSortOrder,
      `Invalid sort order '${told}'. Must be one of: ascending, descending`,
    )
  }
  return order === 'asc' ? { direction: 'asc' } : {}
}
