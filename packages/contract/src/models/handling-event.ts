import { model, nullable, oneOf, optional, Type } from '../schema.ts'

export const TeammateReference = model('teammate_reference', {
  type: oneOf('admin', 'team', 'bot'),
  id: Type.Integer(),
  name: Type.String(),
  email: nullable(Type.String()),
})

export const HandlingEvent = model('handling_event', {
  teammate: TeammateReference,
  type: oneOf('paused', 'resumed'),
  timestamp: Type.String(),
  reason: optional(nullable(Type.String())),
})

export const HandlingEventList = model('handling_event_list', {
  handling_events: Type.Array(HandlingEvent),
})
