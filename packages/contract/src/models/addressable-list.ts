import { model, Type } from '../schema.ts'

/** The first ten of what hangs on an object, each with the path to it, and the path to them all. */
export const AddressableList = model('addressable_list', {
  type: Type.Literal('list'),
  data: Type.Array(Type.Object({ type: Type.String(), id: Type.String(), url: Type.String() })),
  url: Type.String(),
  total_count: Type.Integer(),
  has_more: Type.Boolean(),
})
