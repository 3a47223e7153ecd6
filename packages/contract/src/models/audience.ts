import { model, Timestamp, Type } from '../schema.ts'
import { flatPageOf } from './list.ts'

export const Predicate = model('predicate', {
  attribute: Type.String(),
  type: Type.String(),
  comparison: Type.String(),
  value: Type.String(),
})

export const Audience = model('audience', {
  type: Type.Literal('audience'),
  id: Type.String(),
  name: Type.String(),
  predicates: Type.Array(Predicate),
  role_predicates: Type.Array(Predicate),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const AudienceList = flatPageOf('audience_list', Audience)
