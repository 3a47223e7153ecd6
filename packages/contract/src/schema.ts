import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import type { Kind } from './errors.ts'
import type { Version } from './version.ts'

export { type Static, type TObject, type TProperties, type TSchema, Type }

/** What we write onto a JSON Schema besides its own keywords; validators pass over it. */
export interface Marks {
  /** Name of the published object; changes find it by this, and OpenAPI prints it as a component. */
  model?: string
  /** First version that has the field. */
  since?: Version
  /** Last version that has the field. */
  until?: Version
  /** What a request's value becomes before a handler sees it. */
  coerce?: 'string' | 'integer' | 'boolean'
  /** The error, or just its text, for a required field that is not there, where the API has one of its own. */
  missing?: string | Kind
  /** The error, or just its text, for a value of the wrong type, where the API has one of its own. */
  invalid?: string | Kind
}

export type Model<P extends TProperties = TProperties> = TObject<P> & { model: string }

/** A published object (or request body) under the name the API's description gives it. */
export function model<P extends TProperties>(name: string, properties: P): Model<P> {
  return mark(Type.Object(properties), { model: name })
}

/** A field that exists from `version` on. */
export const since = <S extends TSchema>(version: Version, schema: S): S => mark(schema, { since: version })

/** A field that exists up to and including `version`. */
export const until = <S extends TSchema>(version: Version, schema: S): S => mark(schema, { until: version })

/** A field with its own errors. */
export const texts = <S extends TSchema>(schema: S, own: Pick<Marks, 'missing' | 'invalid'>): S =>
  mark(schema, own)

export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const optional = Type.Optional

/** One of a few strings. */
export const oneOf = <const V extends readonly string[]>(...values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })

/** Seconds since the epoch. */
export const Timestamp = () => Type.Integer()

/** An object with keys of the caller's own, such as custom attributes. */
export const Dictionary = () => Type.Record(Type.String(), Type.Unknown())

/** An id in a request: a string or a number on the wire, a string to a handler (behaviour: ids come as both). */
export const IdInput = () =>
  Type.Unsafe<string>({ anyOf: [{ type: 'string' }, { type: 'integer' }], coerce: 'string' })

/** An integer in a request, also accepted as a string of digits; none that a number cannot tell exactly. */
export const IntegerInput = () =>
  Type.Unsafe<number>({
    anyOf: [
      { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
      { type: 'string', pattern: '^\\s*-?\\d{1,15}\\s*$' },
    ],
    coerce: 'integer',
  })

/** A boolean in a request, also accepted as `"true"` or `"false"`. */
export const BooleanInput = () =>
  Type.Unsafe<boolean>({
    anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['true', 'false'] }],
    coerce: 'boolean',
  })

function mark<S extends TSchema, M extends Marks>(schema: S, marks: M): S & M {
  return Object.assign(
    Object.create(Object.getPrototypeOf(schema), Object.getOwnPropertyDescriptors(schema)),
    marks,
  )
}
