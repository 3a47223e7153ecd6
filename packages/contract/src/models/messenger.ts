import { Dictionary, model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { FormField } from './form.ts'

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
  /** What it asks to be filled in, once. */
  form: nullable(Type.Object({ fields: Type.Array(FormField), answered: Type.Boolean() })),
  /** The state that a ticket came into, for what are no words. */
  state: nullable(Type.String()),
  redacted: Type.Boolean(),
})

export const MessengerTicket = model('messenger_ticket', {
  /** By which people speak of it. */
  number: Type.String(),
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
  /** Such as `17`, or `message-17` for a message. */
  id: Type.String(),
  /** A message in the app is one that somebody sent and nobody has replied to: the first reply makes it a conversation. */
  kind: oneOf('conversation', 'ticket', 'message'),
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
  /** What was filled in of a ticket; not in lists. */
  facts: optional(Type.Array(Type.Object({ label: Type.String(), value: Type.String() }))),
})

export const MessengerConversationList = model('messenger_conversation_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerConversation),
  /** How many conversations have something that was not seen, listed or not. */
  unread_count: Type.Integer(),
  /** Where the next page begins; null on the last one. */
  next: nullable(Type.String()),
})

/** What a messenger says first, in one language. */
export const MessengerGreeting = model('messenger_greeting', {
  /** `{name}` is the first name of whoever looks, where it is known. */
  greeting: Type.String(),
  introduction: Type.String(),
})

/** How the messenger of a workspace looks and what it holds. */
export const MessengerSettings = model('messenger_settings', {
  type: Type.Literal('messenger_settings'),
  /** Such as `#0b6b57`. */
  color: Type.String(),
  alignment: oneOf('left', 'right'),
  /** In pixels, from the corner. */
  horizontal_padding: Type.Integer(),
  vertical_padding: Type.Integer(),
  launcher_visible: Type.Boolean(),
  /** Who sees the launcher, where it is visible. */
  shown_to: Type.Array(oneOf('visitors', 'leads', 'users')),
  /** Of those: whom a search holds for; all of them where it is null. Only teammates are told. */
  aim: optional(nullable(Dictionary())),
  /** The languages it is shown in, the first being that of everybody else. */
  languages: Type.Array(Type.String()),
  /** By language; one that is not there is said as the messenger itself says it. */
  greetings: Type.Record(Type.String(), MessengerGreeting),
  /** In the order in which they stand. */
  spaces: Type.Array(oneOf('home', 'messages', 'help', 'tickets', 'news')),
  /** Whether those who have left no address are asked for it. */
  asks_for_email: Type.Boolean(),
})

/** Somebody of the team. */
export const MessengerFace = model('messenger_face', {
  id: Type.String(),
  name: Type.String(),
  avatar: nullable(Type.String()),
})

/** An article in a list, and where of it something was found. */
export const MessengerArticleLine = model('messenger_article_line', {
  id: Type.String(),
  title: Type.String(),
  excerpt: Type.String(),
})

/** An article to read. Its body is sanitised HTML. */
export const MessengerArticle = model('messenger_article', {
  type: Type.Literal('messenger_article'),
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
  body: Type.String(),
  author: Type.String(),
  updated_at: Timestamp(),
  /** The language it is in. */
  locale: Type.String(),
  /** Where it is in the help center, where that is open to the world. */
  url: nullable(Type.String()),
})

export const MessengerArticleList = model('messenger_article_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerArticleLine),
  total_count: Type.Integer(),
})

export const MessengerCollection = model('messenger_collection', {
  id: Type.String(),
  parent_id: nullable(Type.String()),
  name: Type.String(),
  description: Type.String(),
  /** How many articles are in it and in what is inside it. */
  article_count: Type.Integer(),
  /** What is in it itself. */
  articles: Type.Array(MessengerArticleLine),
})

export const MessengerCollectionList = model('messenger_collection_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerCollection),
})

/** A piece of news. Its body is sanitised HTML. */
export const MessengerNewsItem = model('messenger_news_item', {
  id: Type.String(),
  title: Type.String(),
  body: Type.String(),
  labels: Type.Array(Type.String()),
  cover_image_url: nullable(Type.String()),
  published_at: Timestamp(),
  /** Who tells it. */
  author: Type.String(),
  /** Emojis to pick one of. */
  reactions: Type.Array(Type.String()),
  /** The one that was picked. */
  reaction: nullable(Type.String()),
})

export const MessengerNewsList = model('messenger_news_list', {
  type: Type.Literal('list'),
  data: Type.Array(MessengerNewsItem),
})

/** What somebody sees first. */
export const MessengerHome = model('messenger_home', {
  type: Type.Literal('messenger_home'),
  workspace_name: Type.String(),
  team: Type.Array(MessengerFace),
  /** Whether it is within office hours. */
  is_open: Type.Boolean(),
  /** When it will be, where it is not. */
  opens_at: nullable(Timestamp()),
  /** What others read most. */
  articles: Type.Array(MessengerArticleLine),
  /** The latest. */
  news: nullable(MessengerNewsItem),
})
