import { eventsFeed } from '@guichet/contract/operations/events-feed.ts'
import { readFeed } from '../domain/event-feed/index.ts'
import { handlers } from './handlers.ts'

export const eventsFeedRoutes = handlers(eventsFeed, {
  read: ({ tx, actor, query, signals }) => readFeed(tx, actor, { query, signals }),
})
