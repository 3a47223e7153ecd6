import { IdInput, IntegerInput, nullable, optional, since, Type } from '../schema.ts'

const AttachmentFile = Type.Object({
  content_type: Type.String(),
  name: Type.String(),
  data: Type.String(),
})

/** How many bytes a body may have that carries files: some ten in base64. */
export const WITH_FILES = 100 * 1024 * 1024

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
  attachment_urls: optional(nullable(Type.Array(Type.String()))),
  attachment_files: optional(nullable(Type.Array(AttachmentFile))),
}
