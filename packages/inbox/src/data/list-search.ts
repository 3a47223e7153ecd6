import { fieldsOf } from '@guichet/contract/fields.ts'
import { COMPARISONS, type Condition, type ListSearch, MOST_CONDITIONS } from './filters.ts'

/** Reads what the address says of a list; what makes no sense there is passed over. */
export function listSearchOf(search: Record<string, unknown>): ListSearch {
  const { find, where, any, sort, board, archived } = search
  const conditions = Array.isArray(where) ? where.flatMap(conditionOf).slice(0, MOST_CONDITIONS) : []
  return {
    // The address writes digits as a number.
    ...((typeof find === 'string' || typeof find === 'number') && { find: String(find) }),
    ...(conditions.length > 0 && { where: conditions }),
    ...(any === true && { any }),
    ...(typeof sort === 'string' && { sort }),
    ...(board === true && { board }),
    ...(archived === true && { archived }),
  }
}

function conditionOf(of: unknown): Condition[] {
  const { field, is, value } = fieldsOf(of)
  if (typeof field !== 'string' || typeof value !== 'string' || !isComparison(is)) return []
  return [{ field, is, value }]
}

const isComparison = (is: unknown): is is Condition['is'] =>
  typeof is === 'string' && Object.hasOwn(COMPARISONS, is)
