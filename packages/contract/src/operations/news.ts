import { DeletedNewsItem, NewsItem, NewsItemList } from '../models/news-item.ts'
import { Newsfeed, NewsfeedList } from '../models/newsfeed.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, oneOf, optional, Type } from '../schema.ts'
import { linkedPageQuery, pageQuery } from './paging.ts'

export const NewsItemRequest = model('news_item_request', {
  title: Type.String(),
  body: optional(Type.String()),
  sender_id: IntegerInput(),
  state: optional(oneOf('draft', 'live')),
  deliver_silently: optional(Type.Boolean()),
  labels: optional(Type.Array(Type.String())),
  reactions: optional(Type.Array(nullable(Type.String()))),
  newsfeed_assignments: optional(
    Type.Array(
      Type.Object({ newsfeed_id: optional(IntegerInput()), published_at: optional(IntegerInput()) }),
    ),
  ),
})

export const news = family({
  listItems: {
    method: 'GET',
    path: '/news/news_items',
    scope: 'read_content',
    summary: 'News items, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: NewsItemList,
  },
  createItem: {
    method: 'POST',
    path: '/news/news_items',
    scope: 'write_content',
    summary: 'Create a news item',
    body: NewsItemRequest,
    answer: NewsItem,
  },
  findItem: {
    method: 'GET',
    path: '/news/news_items/{id}',
    scope: 'read_content',
    summary: 'One news item',
    answer: NewsItem,
  },
  updateItem: {
    method: 'PUT',
    path: '/news/news_items/{id}',
    scope: 'write_content',
    summary: 'Change a news item',
    body: NewsItemRequest,
    answer: NewsItem,
  },
  deleteItem: {
    method: 'DELETE',
    path: '/news/news_items/{id}',
    scope: 'write_content',
    summary: 'Delete a news item',
    answer: DeletedNewsItem,
  },
  listFeeds: {
    method: 'GET',
    path: '/news/newsfeeds',
    scope: 'read_content',
    summary: 'Newsfeeds, page by page',
    query: Type.Object({ ...linkedPageQuery }),
    answer: NewsfeedList,
  },
  findFeed: {
    method: 'GET',
    path: '/news/newsfeeds/{id}',
    scope: 'read_content',
    summary: 'One newsfeed',
    answer: Newsfeed,
  },
  listFeedItems: {
    method: 'GET',
    path: '/news/newsfeeds/{id}/items',
    scope: 'read_content',
    summary: 'Live items of a newsfeed',
    query: Type.Object({ ...pageQuery }),
    answer: NewsItemList,
  },
})
