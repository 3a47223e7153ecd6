import { Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { releaseRow, rollBackRow, saveRow } from './changes.sql.ts'
import type { Reject } from './csv-import.sql.ts'
import type { State } from './state.ts'

/** A row of a file under its number, the head being 1. */
export interface Numbered {
  row: number
  cells: string[]
}

/** What was done to something. */
export interface Touch {
  type: 'contact' | 'company'
  id: string
  /** Null where it is new. */
  before: State | null
  after: State
  /** The companies that a contact was put in. */
  companies: string[]
  tagged: boolean
}

/** What some rows came to. */
export class Found {
  readonly ids: string[] = []
  readonly #touches = new Map<string, Touch>()
  readonly rejects: Reject[] = []
  created = 0
  updated = 0

  /** Notes what was done to something; with what was done to it before, it is one thing. */
  touch(touch: Touch): void {
    const key = `${touch.type} ${touch.id}`
    const earlier = this.#touches.get(key)
    this.#touches.set(key, earlier ? bothOf(earlier, touch) : touch)
  }

  touchTagged(type: Touch['type'], id: string): void {
    this.touch({ ...NOTHING, type, id, companies: [], tagged: true })
  }

  touchJoined(contactId: string, companyId: string): void {
    this.touch({ ...NOTHING, type: 'contact', id: contactId, companies: [companyId], tagged: false })
  }

  /** What was done to anything. */
  get touches(): Touch[] {
    return [...this.#touches.values()].filter(
      ({ before, after, companies, tagged }) =>
        before === null || companies.length > 0 || tagged || Object.values(after).some(isSome),
    )
  }

  /** Counts a row for what it is about. */
  count(id: string, isNew: boolean): void {
    this.ids.push(id)
    if (isNew) this.created += 1
    else this.updated += 1
  }

  /** Does something for a row; one that is refused is noted with the reason, and the others go on. */
  async attempt<T>(row: Numbered, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      this.reject(row, error)
      return undefined
    }
  }

  /** The same for work that writes, of which nothing is left when it is refused. */
  async attemptAlone<T>(tx: Tx, row: Numbered, work: () => Promise<T>): Promise<T | undefined> {
    await saveRow(tx)
    try {
      const result = await work()
      await releaseRow(tx)
      return result
    } catch (error) {
      this.reject(row, error)
      await rollBackRow(tx)
      await releaseRow(tx)
      return undefined
    }
  }

  reject({ row, cells }: Numbered, error: unknown): void {
    if (!(error instanceof Problem)) throw error
    this.rejects.push({ row, reason: error.message, cells })
  }
}

/** What was done to something leaves it itself as it was. */
const NOTHING = { before: { fields: {}, attributes: {} }, after: { fields: {}, attributes: {} } }

const isSome = (values: object): boolean => Object.keys(values).length > 0

const bothOf = (earlier: Touch, later: Touch): Touch => ({
  ...later,
  before: earlier.before && later.before && joined(later.before, earlier.before),
  after: joined(earlier.after, later.after),
  companies: [...earlier.companies, ...later.companies],
  tagged: earlier.tagged || later.tagged,
})

/** Two states in one; what both name is as the second has it. */
const joined = (one: State, other: State): State => ({
  fields: { ...one.fields, ...other.fields },
  attributes: { ...one.attributes, ...other.attributes },
})
