import { ticketTypes } from '@guichet/contract/operations/ticket-types.ts'
import {
  createTicketType,
  createTicketTypeAttribute,
  findTicketType,
  listTicketStates,
  listTicketTypes,
  updateTicketType,
  updateTicketTypeAttribute,
} from '../domain/ticket-type/index.ts'
import { handlers } from './handlers.ts'

export const ticketTypeRoutes = handlers(ticketTypes, {
  list: ({ tx, actor }) => listTicketTypes(tx, actor),
  create: ({ tx, actor, body }) => createTicketType(tx, actor, body),
  find: ({ tx, actor, params }) => findTicketType(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateTicketType(tx, actor, { ...body, id: params.id }),
  createAttribute: ({ tx, actor, params, body }) =>
    createTicketTypeAttribute(tx, actor, { ...body, typeId: params.ticket_type_id }),
  updateAttribute: ({ tx, actor, params, body }) =>
    updateTicketTypeAttribute(tx, actor, { ...body, typeId: params.ticket_type_id, id: params.id }),
  listStates: ({ tx, actor }) => listTicketStates(tx, actor),
})
