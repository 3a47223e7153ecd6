import { model, nullable, oneOf, Type } from '../schema.ts'

export const LinkedObject = model('linked_object', {
  type: oneOf('ticket', 'conversation'),
  id: Type.String(),
  category: nullable(oneOf('Customer', 'Back-office', 'Tracker')),
})

export const LinkedObjectList = model('linked_object_list', {
  type: Type.Literal('list'),
  total_count: Type.Integer(),
  has_more: Type.Boolean(),
  data: Type.Array(LinkedObject),
})
