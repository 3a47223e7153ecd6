import { errors } from '@guichet/contract/errors.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import { deleteTag, findTag, listTags } from '../domain/tag/index.ts'
import {
  createOrTag,
  listContactTags,
  tagContact,
  tagConversation,
  untagContact,
  untagConversation,
} from '../domain/tagging/index.ts'
import { handlers } from './handlers.ts'

const unknown = errors.ticketNotFound

export const tagRoutes = handlers(tags, {
  list: ({ tx, actor }) => listTags(tx, actor),
  find: ({ tx, actor, params }) => findTag(tx, actor, params.id),
  create: ({ tx, actor, body }) => createOrTag(tx, actor, body),
  delete: ({ tx, actor, params }) => deleteTag(tx, actor, params.id),

  listForContact: ({ tx, actor, params }) => listContactTags(tx, actor, params.contact_id),
  attachToContact: ({ tx, actor, params, body }) =>
    tagContact(tx, actor, { contactId: params.contact_id, tagId: body.id }),
  detachFromContact: ({ tx, actor, params }) =>
    untagContact(tx, actor, { contactId: params.contact_id, tagId: params.id }),

  attachToConversation: ({ tx, actor, params, body }) =>
    tagConversation(tx, actor, {
      conversationId: params.conversation_id,
      tagId: body.id,
      adminId: body.admin_id,
    }),
  detachFromConversation: ({ tx, actor, params, body }) =>
    untagConversation(tx, actor, {
      conversationId: params.conversation_id,
      tagId: params.id,
      adminId: body.admin_id,
    }),
  attachToTicket: ({ tx, actor, params, body }) =>
    tagConversation(tx, actor, {
      conversationId: params.ticket_id,
      tagId: body.id,
      adminId: body.admin_id,
      unknown,
    }),
  detachFromTicket: ({ tx, actor, params, body }) =>
    untagConversation(tx, actor, {
      conversationId: params.ticket_id,
      tagId: params.id,
      adminId: body.admin_id,
      unknown,
    }),
})
