import { model, Type } from '../schema.ts'
import { listOf } from './list.ts'
import { TicketStateCategory } from './ticket-state.ts'
import { TicketType } from './ticket-type.ts'

export const TicketStateDetailed = model('ticket_state_detailed', {
  type: Type.Literal('ticket_state'),
  id: Type.String(),
  category: TicketStateCategory,
  internal_label: Type.String(),
  external_label: Type.String(),
  archived: Type.Boolean(),
  ticket_types: Type.Object({ type: Type.Literal('list'), data: Type.Array(TicketType) }),
})

export const TicketStateList = listOf('ticket_state_list', TicketStateDetailed)
