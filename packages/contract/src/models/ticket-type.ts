import { Dictionary, model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'
import { TicketState } from './ticket-state.ts'

export const TicketTypeAttribute = model('ticket_type_attribute', {
  type: Type.Literal('ticket_type_attribute'),
  id: Type.String(),
  workspace_id: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  data_type: Type.String(),
  input_options: optional(nullable(Dictionary())),
  order: Type.Integer(),
  required_to_create: Type.Boolean(),
  required_to_create_for_contacts: Type.Boolean(),
  visible_on_create: Type.Boolean(),
  visible_to_contacts: Type.Boolean(),
  default: Type.Boolean(),
  ticket_type_id: Type.Integer(),
  archived: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

/** A kind of ticket. Inside a ticket the newest fields may be left out. */
export const TicketType = model('ticket_type', {
  type: Type.Literal('ticket_type'),
  id: Type.String(),
  category: since('2.10', oneOf('Customer', 'Back-office', 'Tracker')),
  name: Type.String(),
  description: nullable(Type.String()),
  icon: Type.String(),
  workspace_id: optional(Type.String()),
  ticket_type_attributes: optional(
    Type.Object({ type: Type.Literal('list'), data: Type.Array(TicketTypeAttribute) }),
  ),
  ticket_states: since(
    '2.12',
    optional(Type.Object({ type: Type.Literal('list'), data: Type.Array(TicketState) })),
  ),
  archived: Type.Boolean(),
  created_at: optional(Timestamp()),
  updated_at: optional(Timestamp()),
  is_internal: Type.Boolean(),
})

export const TicketTypeList = listOf('ticket_type_list', TicketType)
