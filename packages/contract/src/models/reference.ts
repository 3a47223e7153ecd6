import { model, nullable, Type } from '../schema.ts'

/** Points at another object by its type and id. */
export const Reference = model('reference', {
  type: Type.String(),
  id: nullable(Type.String()),
})
