import type { Static, TSchema } from './schema.ts'
import { isAtLeast, type Version } from './version.ts'

type Fields = Record<string, unknown>

/**
 * What one version changed about one model. `was` names only the fields that differed below `in`; `down` is given an
 * answer of the shape of `in` and returns those fields as they were before it, `up` lifts a whole request body the
 * other way. Neither changes what it is given.
 */
export interface Change {
  in: Version
  model: string
  why: string
  was: Record<string, TSchema>
  down?(value: Fields): Fields
  up?(body: Fields): Fields
}

type Named = TSchema & { model: string }

interface ChangeOf<M extends Named> {
  in: Version
  model: M
  why: string
  was: Record<string, TSchema>
  /** NoInfer, because inferring backwards through Static costs the compiler seconds. */
  down?(value: NoInfer<Static<M>>): Fields
  up?(body: Fields): Fields
}

/** Describes a change; see `changes/` for them all. */
export function change<M extends Named>(of: ChangeOf<M>): Change
export function change(of: Omit<Change, 'model'> & { model: Named }): Change {
  return { ...of, model: of.model.model }
}

/** A difference in behaviour, not in shape, that holds from version `in` on. */
export interface Gate {
  in: Version
  name: string
  why: string
  /** Where it shows: matched against calls, such as `GET /contacts/{id}`, and topics, such as `webhook ticket.closed`. */
  touches: RegExp
}

export const gate = (of: Gate): Gate => of

/** The gates open at a version. Domain code asks this and never compares versions. */
export interface Gates {
  has(gate: Gate): boolean
}

export const gatesAt = (version: Version): Gates => ({ has: gate => isAtLeast(version, gate.in) })
