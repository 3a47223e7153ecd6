import { model, oneOf, Type } from '../schema.ts'

export const TicketStateCategory = oneOf('submitted', 'in_progress', 'waiting_on_customer', 'resolved')

export const TicketState = model('ticket_state', {
  type: Type.Literal('ticket_state'),
  id: Type.String(),
  category: TicketStateCategory,
  internal_label: Type.String(),
  external_label: Type.String(),
})
