import { ConversationAttribute, ConversationAttributeList } from '../models/conversation-attribute.ts'
import { family } from '../operation.ts'
import { BooleanInput, IdInput, model, nullable, oneOf, optional, Type } from '../schema.ts'

const AttributeReference = Type.Object({
  type: oneOf('one', 'many'),
  object_type_id: optional(IdInput()),
})

/** `multiline`, `options` and `reference` each belong to one data type. */
export const CreateConversationAttributeRequest = model('create_conversation_attribute_request', {
  name: Type.String(),
  description: optional(nullable(Type.String())),
  data_type: Type.String(),
  required: optional(Type.Boolean()),
  visible_to_team_ids: optional(Type.Array(IdInput(), { maxItems: 1000 })),
  multiline: optional(Type.Boolean()),
  options: optional(Type.Array(Type.Object({ label: Type.String() }))),
  reference: optional(AttributeReference),
})

export const UpdateConversationAttributeRequest = model('update_conversation_attribute_request', {
  name: optional(Type.String()),
  description: optional(nullable(Type.String())),
  multiline: optional(Type.Boolean()),
  required: optional(Type.Boolean()),
  visible_to_team_ids: optional(Type.Array(IdInput(), { maxItems: 1000 })),
  reference: optional(AttributeReference),
})

/** The label is checked by the domain, whose refusals are 422. */
export const ConversationAttributeOptionRequest = model('conversation_attribute_option_request', {
  label: optional(Type.Unknown()),
})

export const conversationAttributes = family({
  list: {
    method: 'GET',
    path: '/conversations/attributes',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'All conversation attributes',
    query: Type.Object({ include_archived: optional(BooleanInput()) }),
    answer: ConversationAttributeList,
  },
  create: {
    method: 'POST',
    path: '/conversations/attributes',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Create a conversation attribute',
    body: CreateConversationAttributeRequest,
    answer: ConversationAttribute,
  },
  find: {
    method: 'GET',
    path: '/conversations/attributes/{id}',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'One conversation attribute',
    answer: ConversationAttribute,
  },
  update: {
    method: 'PUT',
    path: '/conversations/attributes/{id}',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Change a conversation attribute',
    body: UpdateConversationAttributeRequest,
    bodyOptional: true,
    answer: ConversationAttribute,
  },
  delete: {
    method: 'DELETE',
    path: '/conversations/attributes/{id}',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Archive a conversation attribute',
    answer: ConversationAttribute,
  },
  createOption: {
    method: 'POST',
    path: '/conversations/attributes/{id}/options',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Add an option',
    body: ConversationAttributeOptionRequest,
    bodyOptional: true,
    answer: ConversationAttribute,
  },
  updateOption: {
    method: 'PUT',
    path: '/conversations/attributes/{id}/options/{option_id}',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Rename an option',
    body: ConversationAttributeOptionRequest,
    bodyOptional: true,
    answer: ConversationAttribute,
  },
  deleteOption: {
    method: 'DELETE',
    path: '/conversations/attributes/{id}/options/{option_id}',
    since: '2.16',
    scope: 'write_conversations',
    summary: 'Archive an option',
    answer: ConversationAttribute,
  },
})
