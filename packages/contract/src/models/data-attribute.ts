import { model, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** An attribute of contacts or companies. Built-in ones have no id, author or times. */
export const DataAttribute = model('data_attribute', {
  type: Type.Literal('data_attribute'),
  id: optional(Type.Integer()),
  model: oneOf('contact', 'company', 'conversation'),
  name: Type.String(),
  full_name: Type.String(),
  label: Type.String(),
  description: optional(Type.String()),
  data_type: oneOf('string', 'integer', 'float', 'boolean', 'date', 'datetime'),
  options: optional(Type.Array(Type.String())),
  api_writable: Type.Boolean(),
  messenger_writable: Type.Boolean(),
  ui_writable: Type.Boolean(),
  custom: Type.Boolean(),
  archived: Type.Boolean(),
  created_at: optional(Timestamp()),
  updated_at: optional(Timestamp()),
  admin_id: optional(Type.String()),
})

export const DataAttributeList = listOf('data_attribute_list', DataAttribute)
