import type {
  MessengerArticle,
  MessengerCollection,
  MessengerContact,
  MessengerConversation,
  MessengerHome,
  MessengerNewsItem,
  MessengerSettings,
} from '@guichet/contract/models/messenger.ts'
import type { MessengerTicketType } from '@guichet/contract/models/messenger-ticket.ts'
import type { Static } from '@guichet/contract/schema.ts'

export type Conversation = Static<typeof MessengerConversation>
export type Part = NonNullable<Conversation['parts']>[number]
export type Home = Static<typeof MessengerHome>
export type Article = Static<typeof MessengerArticle>
export type Line = Home['articles'][number]
export type Collection = Static<typeof MessengerCollection>
export type News = Static<typeof MessengerNewsItem>
export type Contact = Static<typeof MessengerContact>
export type Settings = Static<typeof MessengerSettings>
export type TicketType = Static<typeof MessengerTicketType>
export type Space = Settings['spaces'][number]

/** Where somebody is. Spaces stand at the bottom, all else is opened from one. */
export type Route =
  | { at: Space }
  | { at: 'conversation'; id: string }
  | { at: 'new'; id: string }
  /** The form of a type of ticket. */
  | { at: 'newTicket'; id: string }
  | { at: 'article' | 'collection' | 'newsItem'; id: string }

/** A message on its way. */
export interface Pending {
  key: string
  /** The conversation, or `new:…` for one that begins with it. */
  to: string
  text: string
  files: { name: string; content_type: string; data: string }[]
  quickReply?: string
  url: string
  at: number
  state: 'sending' | 'waiting' | 'failed'
  /** Why it failed. */
  why?: string
}

export interface State {
  settings: Settings | undefined
  contact: Contact | undefined
  /** Whether the panel is to be seen. */
  visible: boolean
  online: boolean
  route: Route
  /** The routes that lead here, the first being a space. */
  trail: Route[]
  unread: number
  home: Home | undefined
  conversations: Conversation[] | undefined
  tickets: Conversation[] | undefined
  ticketTypes: TicketType[] | undefined
  /** Where the next page of conversations begins. */
  next: string | null
  threads: Record<string, Conversation>
  typing: Record<string, string>
  outbox: Pending[]
  drafts: Record<string, string>
  collections: Collection[] | undefined
  articles: Record<string, Article>
  news: News[] | undefined
  newsItems: Record<string, News>
  /** What could not be opened. */
  missing: Record<string, true>
}

const EMPTY: State = {
  ...{ settings: undefined, contact: undefined, visible: false, online: navigator.onLine, unread: 0 },
  ...{ route: { at: 'home' }, trail: [], home: undefined, conversations: undefined, tickets: undefined },
  ...{ next: null, threads: {}, typing: {}, outbox: [], drafts: {}, collections: undefined, articles: {} },
  ...{ news: undefined, newsItems: {}, missing: {}, ticketTypes: undefined },
}

let state = EMPTY
const listeners = new Set<() => void>()

export const now = (): State => state

/** Changes what is known, and tells whoever shows it. */
export function change(by: Partial<State> | ((before: State) => Partial<State>)): void {
  state = { ...state, ...(typeof by === 'function' ? by(state) : by) }
  for (const listener of listeners) listener()
}

/** Forgets everything of whoever looked. */
export const reset = (): void => change({ ...EMPTY, settings: state.settings, visible: state.visible })

export function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
