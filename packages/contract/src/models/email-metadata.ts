import { model, nullable, since, Type } from '../schema.ts'

export const EmailAddressHeader = model('email_address_header', {
  type: Type.String(),
  email_address: Type.String(),
  name: nullable(Type.String()),
})

export const EmailMessageMetadata = model('email_message_metadata', {
  subject: nullable(Type.String()),
  email_address_headers: Type.Array(EmailAddressHeader),
  message_id: since('2.15', nullable(Type.String())),
})

export const SourceEmailMessageMetadata = model('source_email_message_metadata', {
  message_id: nullable(Type.String()),
  subject: Type.String(),
  email_address_headers: Type.Array(EmailAddressHeader),
  history: Type.String(),
})
