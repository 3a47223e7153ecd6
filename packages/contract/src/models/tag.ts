import { model, nullable, Timestamp, Type } from '../schema.ts'
import { Reference } from './reference.ts'

/** A tag as it stands by itself. */
export const Tag = model('tag', {
  type: Type.Literal('tag'),
  id: Type.String(),
  name: Type.String(),
})

/** A tag on something: who put it there, and when. */
export const AppliedTag = model('applied_tag', {
  type: Type.Literal('tag'),
  id: Type.String(),
  name: Type.String(),
  applied_at: nullable(Timestamp()),
  applied_by: nullable(Reference),
})
