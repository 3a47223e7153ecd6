import { MessengerConversation } from '../../models/messenger.ts'
import { MessengerTicketTypeList } from '../../models/messenger-ticket.ts'
import { family } from '../../operation.ts'
import { Dictionary, IdInput, model } from '../../schema.ts'

const mine = { access: 'messenger', scope: 'use_messenger' } as const

export const CreateTicketRequest = model('messenger_create_ticket_request', {
  ticket_type_id: IdInput(),
  /** What was filled in, by the names of the form's fields. Files as objects with `name`, `content_type` and `data` in base64. */
  attributes: Dictionary(),
})

/** Asking for something by a form. */
export const messengerTickets = family({
  types: {
    ...mine,
    method: 'GET',
    path: '/messenger/api/ticket_types',
    summary: 'What tickets one may ask for, with their forms',
    answer: MessengerTicketTypeList,
  },
  create: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/tickets',
    summary: 'Ask for something: a visitor becomes a lead by it',
    body: CreateTicketRequest,
    maxBody: 64 * 1024 * 1024,
    status: 201,
    answer: MessengerConversation,
  },
})
