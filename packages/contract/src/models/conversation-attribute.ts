import { model, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const ConversationAttributeOption = model('conversation_attribute_option', {
  id: Type.String(),
  label: Type.String(),
  archived: Type.Boolean(),
})

/** An attribute of conversations; `multiline`, `options` and `reference` belong to one data type each. */
export const ConversationAttribute = model('conversation_attribute', {
  type: Type.Literal('conversation_attribute'),
  id: Type.Integer(),
  name: Type.String(),
  description: Type.String(),
  data_type: oneOf('string', 'integer', 'list', 'decimal', 'boolean', 'datetime', 'relationship', 'files'),
  required: Type.Boolean(),
  visible_to_team_ids: Type.Array(Type.String()),
  archived: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  admin_id: optional(Type.String()),
  multiline: optional(Type.Boolean()),
  options: optional(Type.Array(ConversationAttributeOption)),
  reference: optional(Type.Object({ type: oneOf('one', 'many'), object_type_id: optional(Type.String()) })),
})

export const ConversationAttributeList = listOf('conversation_attribute_list', ConversationAttribute)
