import { Conversation } from '../models/conversation.ts'
import { family } from '../operation.ts'
import { IdInput, model, texts } from '../schema.ts'

export const LinkConversationRequest = model('link_conversation_request', {
  conversation_id: texts(IdInput(), { missing: 'conversation_id not specified' }),
})

/** Links between a ticket and the conversations it stands for. */
export const ticketLinks = family({
  link: {
    method: 'POST',
    path: '/tickets/{ticket_id}/linked_conversations',
    since: '2.16',
    scope: 'write_tickets',
    summary: 'Link a conversation to a tracker',
    body: LinkConversationRequest,
    answer: Conversation,
  },
  unlink: {
    method: 'DELETE',
    path: '/tickets/{ticket_id}/linked_conversations/{id}',
    since: '2.16',
    scope: 'write_tickets',
    summary: 'Unlink a conversation',
    answer: Conversation,
  },
})
