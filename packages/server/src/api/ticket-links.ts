import { ticketLinks } from '@guichet/contract/operations/ticket-links.ts'
import { linkConversation, unlinkConversation } from '../domain/ticket/index.ts'
import { handlers } from './handlers.ts'

export const ticketLinkRoutes = handlers(ticketLinks, {
  link: ({ tx, actor, params, body }) =>
    linkConversation(tx, actor, { ticketId: params.ticket_id, conversationId: body.conversation_id }),
  unlink: ({ tx, actor, params }) =>
    unlinkConversation(tx, actor, { ticketId: params.ticket_id, conversationId: params.id }),
})
