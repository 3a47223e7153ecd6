import { tickets } from '@guichet/contract/operations/tickets.ts'
import {
  changeTicketType,
  createTicket,
  createTicketLater,
  deleteTicket,
  findTicket,
  replyToTicket,
  searchTickets,
  updateTicket,
} from '../domain/ticket/index.ts'
import { handlers } from './handlers.ts'

export const ticketRoutes = handlers(tickets, {
  create: ({ tx, actor, body, files }) => createTicket(tx, actor, { request: body, files }),
  createLater: ({ tx, actor, body }) => createTicketLater(tx, actor, { request: body }),
  search: ({ tx, actor, body }) => searchTickets(tx, actor, body),
  find: ({ tx, actor, params }) => findTicket(tx, actor, params.id),
  update: ({ tx, actor, params, body, files }) =>
    updateTicket(tx, actor, { id: params.id, request: body, files }),
  delete: ({ tx, actor, params }) => deleteTicket(tx, actor, params.id),
  reply: ({ tx, actor, params, body, files }) =>
    replyToTicket(tx, actor, { id: params.id, request: body, files }),
  changeType: ({ tx, actor, params, body, files }) =>
    changeTicketType(tx, actor, { ticketId: params.ticket_id, request: body, files }),
})
