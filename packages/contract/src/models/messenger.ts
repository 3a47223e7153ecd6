import { model, nullable, optional, Timestamp, Type } from '../schema.ts'

/** Somebody as their own messenger knows them. `user_id` is what the page calls them, or a visitor's own. */
export const MessengerContact = model('messenger_contact', {
  type: Type.Literal('messenger_contact'),
  id: Type.String(),
  role: Type.Union([Type.Literal('visitor'), Type.Literal('lead'), Type.Literal('user')]),
  user_id: nullable(Type.String()),
  email: nullable(Type.String()),
  name: nullable(Type.String()),
})

/** Who wrote something, as customers see them: never by their address. */
export const MessengerAuthor = model('messenger_author', {
  kind: Type.Union([Type.Literal('contact'), Type.Literal('teammate'), Type.Literal('bot')]),
  id: nullable(Type.String()),
  name: nullable(Type.String()),
  avatar: nullable(Type.String()),
})

export const MessengerAttachment = model('messenger_attachment', {
  name: Type.String(),
  url: Type.String(),
  content_type: Type.String(),
  filesize: Type.Integer(),
  width: nullable(Type.Integer()),
  height: nullable(Type.Integer()),
})

/** One thing that can be read in a conversation. Bodies are sanitised HTML. */
export const MessengerPart = model('messenger_part', {
  type: Type.Literal('messenger_part'),
  /** 0 is the message the conversation began with. */
  id: Type.String(),
  author: MessengerAuthor,
  body: nullable(Type.String()),
  attachments: Type.Array(MessengerAttachment),
  created_at: Timestamp(),
  /** Answers to pick from, while nobody has answered. */
  quick_replies: Type.Array(Type.Object({ uuid: Type.String(), text: Type.String() })),
  redacted: Type.Boolean(),
})

export const MessengerTicket = model('messenger_ticket', {
  title: nullable(Type.String()),
  description: nullable(Type.String()),
  category: Type.String(),
  /** What the type of ticket is called. */
  kind: Type.String(),
  /** The state as customers are told it. */
  state: Type.String(),
  resolved: Type.Boolean(),
})

export const MessengerConversation = model('messenger_conversation', {
  type: Type.Literal('messenger_conversation'),
  id: Type.String(),
  title: nullable(Type.String()),
  open: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  /** Whether the other side has written something that was not seen. */
  unread: Type.Boolean(),
  /** The last thing that can be read in it. */
  last_part: MessengerPart,
  ticket: nullable(MessengerTicket),
  /** The rating that was asked for: null where none was, `rating` null while it is waited for. */
  rating: nullable(Type.Object({ rating: nullable(Type.Integer()), remark: nullable(Type.String()) })),
  /** Everything that can be read, oldest first; not in lists. */
  parts: optional(Type.Array(MessengerPart)),
})

export const MessengerConversationList = model('messenger_conversation_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerConversation),
  /** How many conversations have something that was not seen, listed or not. */
  unread_count: Type.Integer(),
  /** Where the next page begins; null on the last one. */
  next: nullable(Type.String()),
})
