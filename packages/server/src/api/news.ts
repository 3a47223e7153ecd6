import { news } from '@guichet/contract/operations/news.ts'
import {
  createNewsItem,
  deleteNewsItem,
  findNewsfeed,
  findNewsItem,
  listNewsfeedItems,
  listNewsfeeds,
  listNewsItems,
  updateNewsItem,
} from '../domain/news/index.ts'
import { handlers } from './handlers.ts'

export const newsRoutes = handlers(news, {
  listItems: ({ tx, actor, query }) => listNewsItems(tx, actor, query),
  createItem: ({ tx, actor, body }) => createNewsItem(tx, actor, body),
  findItem: ({ tx, actor, params }) => findNewsItem(tx, actor, params.id),
  updateItem: ({ tx, actor, params, body }) => updateNewsItem(tx, actor, params.id, body),
  deleteItem: ({ tx, actor, params }) => deleteNewsItem(tx, actor, params.id),

  listFeeds: ({ tx, actor, query }) => listNewsfeeds(tx, actor, query),
  findFeed: ({ tx, actor, params }) => findNewsfeed(tx, actor, params.id),
  listFeedItems: ({ tx, actor, params, query }) => listNewsfeedItems(tx, actor, params.id, query),
})
