import { Ticket } from '../models/ticket.ts'
import { family } from '../operation.ts'
import { Dictionary, IdInput, model, nullable, optional, since } from '../schema.ts'

export const ConvertConversationRequest = model('convert_conversation_to_ticket_request', {
  ticket_type_id: IdInput(),
  ticket_state_id: since('2.16', optional(IdInput())),
  attributes: optional(nullable(Dictionary())),
})

/** What turns a conversation into a ticket; it stands apart since it needs both nouns. */
export const conversationConversion = family({
  convert: {
    method: 'POST',
    path: '/conversations/{id}/convert',
    since: '2.10',
    scope: 'write_conversations',
    summary: 'Turn a conversation into a ticket',
    body: ConvertConversationRequest,
    answer: Ticket,
  },
})
