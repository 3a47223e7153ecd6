import { TicketStateCategory } from '../../models/ticket-state.ts'
import { TicketStateDetailed } from '../../models/ticket-state-detailed.ts'
import { family } from '../../operation.ts'
import { BooleanInput, IdInput, model, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'manage_workspace' } as const

export const CreateTicketStateRequest = model('create_ticket_state_request', {
  category: TicketStateCategory,
  internal_label: Type.String(),
  /** What customers read; the other label unless given. */
  external_label: optional(Type.String()),
  /** The types that have it; all unless given. */
  ticket_type_ids: optional(Type.Array(IdInput())),
})

export const UpdateTicketStateRequest = model('update_ticket_state_request', {
  internal_label: optional(Type.String()),
  external_label: optional(Type.String()),
  archived: optional(BooleanInput()),
  ticket_type_ids: optional(Type.Array(IdInput())),
})

export const OrderRequest = model('order_request', { ids: Type.Array(IdInput()) })

/** What the published operations do not set of tickets: their states, and the order of attributes. */
export const ticketSettings = family({
  createState: {
    ...managing,
    method: 'POST',
    path: '/app/api/ticket_states',
    summary: 'Make a state that tickets can be in',
    body: CreateTicketStateRequest,
    status: 201,
    answer: TicketStateDetailed,
  },
  orderStates: {
    ...managing,
    method: 'PUT',
    path: '/app/api/ticket_states/order',
    summary: 'Put the states in an order',
    body: OrderRequest,
    status: 204,
  },
  updateState: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/ticket_states/{id}',
    summary: 'Change what a state is called and which types have it, archive it or bring it back',
    body: UpdateTicketStateRequest,
    answer: TicketStateDetailed,
  },
  orderAttributes: {
    ...managing,
    method: 'PUT',
    path: '/app/api/ticket_types/{id}/attributes/order',
    summary: 'Put the attributes of a type of tickets in an order',
    body: OrderRequest,
    status: 204,
  },
})
