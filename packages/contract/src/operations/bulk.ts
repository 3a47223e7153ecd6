import type { Kind } from '../errors.ts'
import { IdInput, optional, type TProperties, Type, texts } from '../schema.ts'

/** Refusals of bulk requests are 422, in words of the noun's own. */
interface Words {
  missing: Kind
  notArray: Kind
  notObject: Kind
  withoutId: Kind
}

/** What requests about many things of a noun are declared with. */
export const bulkOf = ({ missing, notArray, notObject, withoutId }: Words) => ({
  /** The id of each thing that is changed or deleted. */
  id: texts(IdInput(), { missing: withoutId }),
  /** The things themselves. */
  many: <P extends TProperties>(fields: P) =>
    texts(Type.Array(texts(Type.Object(fields), { invalid: notObject })), { missing, invalid: notArray }),
})

/** The job that a request adds to, where it does not begin one. */
export const bulkJob = optional(Type.Object({ id: IdInput() }))

/** What operations that begin such a job have in common. */
export const BEGINS_JOB = {
  since: 'Preview',
  scope: 'read_write_users',
  enqueues: true,
  status: 202,
} as const
