import { IdInput, IntegerInput, nullable, optional, since, Type } from '../schema.ts'

export const AttachmentFile = Type.Object({
  content_type: Type.String(),
  name: Type.String(),
  data: Type.String(),
})

/** How many bytes a body may have that carries files: some ten in base64. */
export const WITH_FILES = 100 * 1024 * 1024

/** What an admin's reply says in the language of the customer, who gets this; `body` is kept as it was written. Ours. */
export const ReplyTranslation = Type.Object({
  /** Such as `fr` or `pt-BR`. */
  locale: Type.String(),
  /** The language of `body`. */
  original_locale: Type.String(),
  body: Type.String(),
})

/** What replies to conversations and to tickets have in common. */
export const ReplyRequest = {
  message_type: Type.String(),
  type: optional(Type.String()),
  admin_id: optional(IdInput()),
  intercom_user_id: optional(IdInput()),
  user_id: optional(IdInput()),
  email: optional(Type.String()),
  body: optional(nullable(Type.String())),
  created_at: optional(IntegerInput()),
  reply_options: since(
    '2.14',
    optional(nullable(Type.Array(Type.Object({ text: Type.String(), uuid: Type.String() })))),
  ),
  translation: since('Preview', optional(nullable(ReplyTranslation))),
  attachment_urls: optional(nullable(Type.Array(Type.String()))),
  attachment_files: optional(nullable(Type.Array(AttachmentFile))),
}
