import { model, nullable, optional, since, Type } from '../schema.ts'
import { SourceEmailMessageMetadata } from './email-metadata.ts'
import { PartAttachment } from './part-attachment.ts'

export const ConversationSourceAuthor = model('conversation_source_author', {
  type: Type.String(),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  email: nullable(Type.String()),
})

/** The message a conversation began with; it is not among the parts. */
export const ConversationSource = model('conversation_source', {
  type: Type.String(),
  id: nullable(Type.String()),
  delivered_as: Type.String(),
  recipients: since(
    '2.16',
    optional(
      nullable(
        Type.Array(
          Type.Object({
            type: Type.String(),
            email: Type.String(),
            drop_reason: optional(nullable(Type.String())),
          }),
        ),
      ),
    ),
  ),
  reply_to: since(
    '2.16',
    optional(nullable(Type.Array(Type.Object({ email: Type.String(), name: nullable(Type.String()) })))),
  ),
  subject: nullable(Type.String()),
  body: nullable(Type.String()),
  author: ConversationSourceAuthor,
  attachments: Type.Array(PartAttachment),
  url: optional(nullable(Type.String())),
  redacted: Type.Boolean(),
  email_message_metadata: since('2.16', optional(nullable(SourceEmailMessageMetadata))),
})
