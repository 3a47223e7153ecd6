import { DataAttribute, DataAttributeList } from '../models/data-attribute.ts'
import { family } from '../operation.ts'
import { BooleanInput, model, nullable, optional, Type, texts } from '../schema.ts'

const AttributeOptions = texts(Type.Array(Type.Object({ value: Type.String() })), {
  invalid: "Options isn't an array",
})

/**
 * A list attribute says `data_type: 'options'` and brings its options. Name, model and type are required; that is left
 * to the command, since a wrong model is told before a missing name.
 */
export const CreateDataAttributeRequest = model('create_data_attribute_request', {
  name: optional(Type.String()),
  model: optional(Type.String()),
  data_type: optional(Type.String()),
  options: optional(AttributeOptions),
  description: optional(nullable(Type.String())),
  messenger_writable: optional(nullable(Type.Boolean())),
})

export const UpdateDataAttributeRequest = model('update_data_attribute_request', {
  options: optional(AttributeOptions),
  archived: optional(Type.Boolean()),
  description: optional(nullable(Type.String())),
  messenger_writable: optional(nullable(Type.Boolean())),
})

export const dataAttributes = family({
  list: {
    method: 'GET',
    path: '/data_attributes',
    scope: 'read_data_attributes',
    summary: 'Attributes of a model',
    query: Type.Object({ model: optional(Type.String()), include_archived: optional(BooleanInput()) }),
    answer: DataAttributeList,
  },
  create: {
    method: 'POST',
    path: '/data_attributes',
    scope: 'write_data_attributes',
    summary: 'Create an attribute',
    body: CreateDataAttributeRequest,
    answer: DataAttribute,
  },
  update: {
    method: 'PUT',
    path: '/data_attributes/{id}',
    scope: 'write_data_attributes',
    summary: 'Change an attribute',
    body: UpdateDataAttributeRequest,
    bodyOptional: true,
    answer: DataAttribute,
  },
})
