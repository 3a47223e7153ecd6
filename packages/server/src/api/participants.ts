import { participants } from '@guichet/contract/operations/participants.ts'
import { attachContact, detachContact } from '../domain/participation/index.ts'
import { handlers } from './handlers.ts'

export const participantRoutes = handlers(participants, {
  attach: ({ tx, actor, params, body }) =>
    attachContact(tx, actor, { conversationId: params.id, request: body }),
  detach: ({ tx, actor, params, body }) =>
    detachContact(tx, actor, {
      conversationId: params.conversation_id,
      contactId: params.contact_id,
      adminId: body.admin_id,
    }),
})
