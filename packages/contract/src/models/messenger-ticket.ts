import { model, Type } from '../schema.ts'

/** One thing that a type of ticket asks for. */
export const MessengerTicketField = model('messenger_ticket_field', {
  name: Type.String(),
  description: Type.String(),
  /** As the API calls it: `string`, `list`, `integer`, `decimal`, `boolean`, `datetime` or `files`. */
  data_type: Type.String(),
  required: Type.Boolean(),
  /** Of a text: whether it has several lines. */
  multiline: Type.Boolean(),
  /** Of files: whether it takes more than one. */
  many: Type.Boolean(),
  /** Of a list. */
  options: Type.Array(Type.Object({ id: Type.String(), label: Type.String() })),
})

/** A type of ticket that customers may ask for themselves, with its form. */
export const MessengerTicketType = model('messenger_ticket_type', {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  /** An emoji. */
  icon: Type.String(),
  fields: Type.Array(MessengerTicketField),
})

export const MessengerTicketTypeList = model('messenger_ticket_type_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerTicketType),
})
