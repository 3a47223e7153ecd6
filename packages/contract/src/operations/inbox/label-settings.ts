import { ConversationAttribute } from '../../models/conversation-attribute.ts'
import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

/** What each tag is on. */
export const TagUseList = model('tag_use_list', {
  type: Type.Literal('list'),
  data: Type.Array(
    Type.Object({
      id: Type.String(),
      contacts: Type.Integer(),
      companies: Type.Integer(),
      conversations: Type.Integer(),
    }),
  ),
})

/** What settings tell and do of tags and attributes that no published operation does. */
export const labelSettings = family({
  tagUses: {
    access: 'session',
    scope: 'read_tags',
    method: 'GET',
    path: '/app/api/tags/uses',
    summary: 'How many things each tag is on',
    answer: TagUseList,
  },
  restoreAttribute: {
    access: 'session',
    scope: 'write_conversations',
    method: 'POST',
    path: '/app/api/conversation_attributes/{id}/restore',
    summary: 'Bring back a conversation attribute that was archived',
    answer: ConversationAttribute,
  },
})
