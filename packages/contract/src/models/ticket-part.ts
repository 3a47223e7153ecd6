import { model, nullable, oneOf, optional, since, Timestamp, Type } from '../schema.ts'
import { PartAttachment } from './part-attachment.ts'
import { Reference } from './reference.ts'
import { TicketStateCategory } from './ticket-state.ts'

export const FileAttribute = model('file_attribute', {
  type: Type.Literal('upload'),
  name: Type.String(),
  url: Type.String(),
  content_type: Type.String(),
  filesize: Type.Integer(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
})

export const TicketPartAuthor = model('ticket_part_author', {
  type: oneOf('admin', 'bot', 'team', 'user', 'contact'),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  email: nullable(Type.String()),
})

/** One thing said or done on a ticket. Empty fields are left out, unlike on parts of conversations. */
export const TicketPart = model('ticket_part', {
  type: Type.Literal('ticket_part'),
  id: Type.String(),
  part_type: Type.String(),
  body: optional(nullable(Type.String())),
  previous_ticket_state: optional(TicketStateCategory),
  ticket_state: optional(TicketStateCategory),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  assigned_to: optional(nullable(Reference)),
  author: TicketPartAuthor,
  attachments: Type.Array(PartAttachment),
  external_id: optional(nullable(Type.String())),
  redacted: Type.Boolean(),
  app_package_code: since('2.13', optional(nullable(Type.String()))),
  translations: since('Preview', optional(nullable(Type.Record(Type.String(), Type.String())))),
  updated_attribute_data: since(
    '2.14',
    optional(
      nullable(
        Type.Object({
          attribute: Type.Object({
            type: Type.Literal('attribute'),
            id: Type.String(),
            label: Type.String(),
          }),
          value: Type.Object({
            type: Type.Literal('value'),
            id: nullable(Type.Union([Type.String(), Type.Array(Type.Integer())])),
            label: Type.Union([Type.String(), Type.Array(Type.String())]),
          }),
        }),
      ),
    ),
  ),
})

export const TicketParts = model('ticket_parts', {
  type: Type.Literal('ticket_part.list'),
  ticket_parts: Type.Array(TicketPart),
  total_count: Type.Integer(),
})
