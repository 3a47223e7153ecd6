import { Dictionary, model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { ContactReference } from './contact.ts'
import { LinkedObjectList } from './linked-object.ts'
import { CursorPages } from './pages.ts'
import { TicketParts } from './ticket-part.ts'
import { TicketState } from './ticket-state.ts'
import { TicketType } from './ticket-type.ts'

export const TicketContacts = model('ticket_contacts', {
  type: Type.Literal('contact.list'),
  contacts: Type.Array(ContactReference),
})

/** A ticket; it shares its id with the conversation it is at heart. */
export const Ticket = model('ticket', {
  type: Type.Literal('ticket'),
  id: Type.String(),
  ticket_id: Type.String(),
  category: since('2.10', oneOf('Customer', 'Back-office', 'Tracker')),
  ticket_attributes: Dictionary(),
  ticket_state: TicketState,
  ticket_type: nullable(TicketType),
  contacts: TicketContacts,
  admin_assignee_id: Type.Integer(),
  team_assignee_id: Type.Integer(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  open: since('2.10', Type.Boolean()),
  snoozed_until: since('2.10', optional(Timestamp())),
  linked_objects: since('2.10', LinkedObjectList),
  ticket_parts: TicketParts,
  is_shared: Type.Boolean(),
  previous_ticket_state_id: since('2.16', optional(nullable(Type.String()))),
  company_id: optional(nullable(Type.String())),
})

export const TicketList = model('ticket_list', {
  type: Type.Literal('ticket.list'),
  tickets: Type.Array(Ticket),
  total_count: Type.Integer(),
  pages: CursorPages,
})

export const TicketDeleted = model('ticket_deleted', {
  id: Type.String(),
  object: Type.Literal('ticket'),
  deleted: Type.Boolean(),
})
