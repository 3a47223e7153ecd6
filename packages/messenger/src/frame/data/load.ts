import { messengerContent } from '@guichet/contract/operations/messenger/content.ts'
import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { messengerTickets } from '@guichet/contract/operations/messenger/tickets.ts'
import { language } from '../text/t.ts'
import { call, Refusal } from './api.ts'
import { type Conversation, change, type News, now, type Route } from './store.ts'

/** Asks for the list of conversations; what is new in it is for the caller to find. */
export async function loadConversations(): Promise<void> {
  const { data, unread_count, next } = await call(messengerConversations.list, { query: {} })
  change({ conversations: data, unread: unread_count, next })
}

export async function loadMoreConversations(): Promise<void> {
  const { next: before, conversations = [] } = now()
  if (before === null) return
  const { data, next } = await call(messengerConversations.list, { query: { before } })
  const known = new Set(conversations.map(({ id }) => id))
  change({ conversations: [...conversations, ...data.filter(({ id }) => !known.has(id))], next })
}

export async function loadTickets(): Promise<void> {
  const { data } = await call(messengerConversations.list, { query: { kind: 'ticket' } })
  change({ tickets: data })
}

/** What tickets one may ask for; they change seldom. */
export async function loadTicketTypes(): Promise<void> {
  const { data } = await call(messengerTickets.types, {})
  change({ ticketTypes: data })
}

export async function loadHome(): Promise<void> {
  change({ home: await call(messengerContent.home, { query: { locale: language() } }) })
}

export async function loadCollections(): Promise<void> {
  const { data } = await call(messengerContent.collections, { query: { locale: language() } })
  change({ collections: data })
}

export async function loadNews(): Promise<void> {
  const { data } = await call(messengerContent.news, {})
  change({ news: data })
}

export const loadThread = (id: string): Promise<void> =>
  finding(`conversation ${id}`, async () =>
    keepThread(await call(messengerConversations.find, { params: { id } }), id),
  )

export const loadArticle = (id: string): Promise<void> =>
  finding(`article ${id}`, async () => {
    const article = await call(messengerContent.article, { params: { id }, query: { locale: language() } })
    change(({ articles }) => ({ articles: { ...articles, [id]: article } }))
    await call(messengerContent.viewed, { params: { id } })
  })

export const loadNewsItem = (id: string): Promise<void> =>
  finding(`newsItem ${id}`, async () => {
    const item = await call(messengerContent.newsItem, { params: { id } })
    keepNews(item)
    await call(messengerContent.newsViewed, { params: { id } })
  })

/** Keeps a piece of news as the server last told it, in lists too. */
export function keepNews(item: News): void {
  change(({ newsItems, news }) => ({
    newsItems: { ...newsItems, [item.id]: item },
    news: news?.map(each => (each.id === item.id ? item : each)),
  }))
}

/** Keeps a conversation as the server last told it, in lists too. It is another one where a message that was asked for has become it. */
export function keepThread(thread: Conversation, asked = thread.id): void {
  change(({ threads, conversations, tickets }) => ({
    threads: { ...threads, [thread.id]: thread },
    conversations: conversations?.map(each => (each.id === thread.id ? { ...each, ...thread } : each)),
    tickets: tickets?.map(each => (each.id === thread.id ? { ...each, ...thread } : each)),
  }))
  if (asked !== thread.id) goOnAs(asked, thread.id)
}

/** What was new, or a message, is a conversation now: whoever is there stays, and what was meant for it goes to it. */
export function goOnAs(before: string, id: string): void {
  const moved = (route: Route): Route =>
    'id' in route && route.id === before ? { at: 'conversation', id } : route
  change(
    ({
      outbox,
      route,
      trail,
      drafts: { [before]: draft, ...drafts },
      threads: { [before]: _, ...threads },
    }) => ({
      outbox: outbox.map(each => (each.to === before ? { ...each, to: id } : each)),
      route: moved(route),
      trail: trail.map(moved),
      drafts: draft ? { ...drafts, [id]: draft } : drafts,
      threads,
    }),
  )
}

/** Says that a conversation has been seen. */
export async function markRead(id: string): Promise<void> {
  keepThread(await call(messengerConversations.read, { params: { id } }), id)
  await loadConversations()
}

async function finding(name: string, load: () => Promise<void>): Promise<void> {
  try {
    await load()
  } catch (error) {
    if (!(error instanceof Refusal) || error.passes) throw error
    change(({ missing }) => ({ missing: { ...missing, [name]: true } }))
  }
}
