import { Conversation } from '../../models/conversation.ts'
import { AttachmentFile, WITH_FILES } from '../../models/reply-request.ts'
import { family } from '../../operation.ts'
import { HINDRANCES } from '../../reach-errors.ts'
import { IdInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

/** By which channels somebody can be written to; what stands against one, where anything does. */
export const ContactReach = model('contact_reach', {
  type: Type.Literal('contact_reach'),
  inapp: nullable(oneOf(...HINDRANCES)),
  email: nullable(oneOf(...HINDRANCES)),
})

export const FirstMessageRequest = model('first_message_request', {
  contact_id: IdInput(),
  channel: oneOf('inapp', 'email'),
  /** Of an e-mail, which has to have one. */
  subject: optional(nullable(Type.String())),
  /** HTML; what is not for messages is taken out. */
  body: optional(nullable(Type.String())),
  attachment_files: optional(nullable(Type.Array(AttachmentFile))),
})

/** Writing to somebody first. The published API sends messages, which have no files and nobody to answer for them. */
export const firstMessages = family({
  reach: {
    access: 'session',
    method: 'GET',
    path: '/app/api/contacts/{id}/reach',
    scope: 'write_conversations',
    summary: 'By which channels somebody can be written to',
    answer: ContactReach,
  },
  begin: {
    access: 'session',
    method: 'POST',
    path: '/app/api/conversations',
    scope: 'write_conversations',
    summary: 'Begin a conversation with somebody',
    body: FirstMessageRequest,
    maxBody: WITH_FILES,
    status: 201,
    answer: Conversation,
  },
})
