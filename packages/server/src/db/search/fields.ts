import type { Operator, SearchValue } from '@guichet/contract/search.ts'
import type { Expression, SqlBool } from 'kysely'
import type { Actor } from '../../domain/actor.ts'
import type { Tx } from '../database.ts'

/** What a search compiles in. */
export interface SearchContext {
  tx: Tx
  actor: Actor
  /** Segments whose rules are being compiled, from the outermost in: one that asks for itself holds nobody. */
  within?: ReadonlySet<string>
}

/**
 * One searchable field. `column` is a qualified column, `table.name`.
 * - text: compared without regard to case; exact: compared to the letter (ids and enumerations), or to the lower-cased
 *   letter where the column holds nothing else
 * - date: seconds; by the day where the noun and the version say so
 * - words: `=` finds one whole word, `~` any stretch of the text
 * - member: a set, of which `=` asks whether it holds the value
 * - attribute: one key of a JSON column, of the type its definition gives
 */
export type SearchField =
  | { kind: 'text'; column: string }
  | { kind: 'exact'; column: string; lowerCased?: true }
  | { kind: 'number'; column: string; zeroIsNull?: boolean }
  | { kind: 'boolean'; column: string }
  | { kind: 'date'; column: string; operators?: OperatorRule; byDay?: DayRule }
  | { kind: 'words'; column: string; tokens: string }
  | {
      kind: 'member'
      operators: readonly Operator[]
      holds: Holds
      isEmpty: (context: SearchContext) => Expression<SqlBool>
    }
  | { kind: 'attribute'; column: string; key: string; type: AttributeType; byDay?: DayRule }

/** Whether a set holds any of the values. */
export type Holds = (
  context: SearchContext,
  values: SearchValue[],
) => Expression<SqlBool> | Promise<Expression<SqlBool>>

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'date' | 'list'

/** Whose days count: the time zone the value is truncated in, or undefined for whole seconds. */
export type DayRule = (actor: Actor) => string | undefined

/** The operators a field takes, where they are not those of its kind. */
export type OperatorRule = readonly Operator[] | ((actor: Actor) => readonly Operator[])

/** What can be searched in one noun. */
export interface Searchable {
  /** The field of a name, or undefined for a name that cannot be searched. */
  field(name: string): SearchField | undefined | Promise<SearchField | undefined>
  /** The column a result can be sorted by. Undefined for a field that cannot be sorted by. */
  sort(name: string): SortColumn | undefined
}

/** A column results can be sorted by; one that may be null says what null counts as, which nothing real may equal. */
export interface SortColumn {
  column: string
  columnType: 'bigint' | 'text' | 'numeric'
  nullAs?: string | number
  /** What is compared in place of the column, where its order is not that of its values. */
  place?: Expression<unknown>
}
