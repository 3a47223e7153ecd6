import { model, nullable, oneOf, optional, Type } from '../schema.ts'

/** Something that is done later and can be asked after. */
export const Job = model('job', {
  type: Type.Literal('job'),
  id: Type.String(),
  url: optional(Type.String()),
  status: oneOf('pending', 'success', 'failed'),
  resource_type: Type.String(),
  resource_id: nullable(Type.String()),
  resource_url: nullable(Type.String()),
})
