import { type Change, change } from '../change.ts'
import { Ticket } from '../models/ticket.ts'
import { TicketStateCategory } from '../models/ticket-state.ts'
import { UpdateTicketRequest } from '../operations/tickets.ts'
import { optional, Type } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: '2.12',
    model: Ticket,
    why: 'States are objects of their own; a ticket used to name the category and carry both labels.',
    was: {
      ticket_state: TicketStateCategory,
      ticket_state_internal_label: Type.String(),
      ticket_state_external_label: Type.String(),
    },
    down: ticket => ({
      ticket_state: ticket.ticket_state.category,
      ticket_state_internal_label: ticket.ticket_state.internal_label,
      ticket_state_external_label: ticket.ticket_state.external_label,
    }),
  }),
  change({
    in: '2.12',
    model: UpdateTicketRequest,
    why: 'A ticket is moved by the id of a state, not by the name of its category.',
    was: { state: optional(TicketStateCategory) },
    up: ({ state, ...body }) => (state === undefined ? body : { ...body, ticket_state_id: state }),
  }),
]
