import type { Operation } from '@guichet/contract/operation.ts'
import type { Version } from '@guichet/contract/version.ts'
import type { Answer } from './api.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

/** How one gets from a page to the next; see behaviour.md, section 4.1. */
export type Style = 'cursor' | 'search' | 'page' | 'scroll' | 'events' | 'history'

/** A row as the listing tells it. */
// biome-ignore lint/suspicious/noExplicitAny: answers have been checked against the contract already
export type ListedRow = any

/** Where rows are made: a workspace of the listing's own, and what `prepare` put there. */
export interface Place {
  guichet: Guichet
  workspace: TestWorkspace
  at: string
}

export interface Listing {
  operation: Operation
  style: Style
  /** Rows of a page when nobody says, and at most. */
  usual: number
  most: number
  /** Something the rows hang on: its id stands in the path and is given to `make`. */
  prepare?: ((place: Omit<Place, 'at'>) => Promise<string>) | undefined
  /** The path below the origin, and what the listing is asked besides its pages. */
  path?(at: string): string
  asked?: Record<string, string>
  /** The body, where a list is asked with one that is no search. */
  body?: object
  /** The first version that lists, where that is not the operation's. */
  since?: Version
  make(place: Place, number: number): Promise<unknown>
  remove?: ((place: Place, row: ListedRow) => Promise<unknown>) | undefined
  /** What tells rows apart, where it is no `id`. */
  idOf?(row: ListedRow): string
}

/** The id of what was made; throws where nothing was. */
export async function made(answer: Promise<Answer>): Promise<string> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`nothing was made: ${JSON.stringify(body)}`)
  return body === undefined ? '' : String(body.id)
}

/** Deletes a row by its id below a path. */
export const removed =
  (path: string): Listing['remove'] =>
  ({ workspace }, row) =>
    workspace.api.delete(`${path}/${row.id}`)
