import { NewsDelivery, NewsDeliveryList } from '../../models/news-delivery.ts'
import { Newsfeed } from '../../models/newsfeed.ts'
import { family } from '../../operation.ts'
import { Dictionary, IdInput, IntegerInput, model, nullable, optional, Type } from '../../schema.ts'

export const DeliverNewsRequest = model('deliver_news_request', {
  /** Whom it is for: an audience, or the query of a search, whose dates may be `{ days_ago: 30 }`; one of them takes the other's place. */
  audience_id: optional(nullable(IdInput())),
  aim: optional(nullable(Dictionary())),
  /** When a draft goes live by itself; null is never. */
  scheduled_at: optional(nullable(IntegerInput())),
  cover_image_url: optional(nullable(Type.String())),
})

export const NewsfeedRequest = model('newsfeed_request', { name: Type.String() })

/** Whom news is for, when it is told, how far it reached, and newsfeeds: what the public API leaves out. */
export const outboundNews = family({
  deliveries: {
    method: 'GET',
    path: '/app/api/news_deliveries',
    scope: 'read_content',
    summary: 'Whom some news items are for, when they go live, and how far they reached',
    query: Type.Object({ ids: Type.String() }),
    answer: NewsDeliveryList,
  },
  deliver: {
    method: 'PATCH',
    path: '/app/api/news_items/{id}/delivery',
    scope: 'write_content',
    summary: 'Change whom a news item is for, and when it goes live',
    body: DeliverNewsRequest,
    answer: NewsDelivery,
  },
  createFeed: {
    method: 'POST',
    path: '/app/api/newsfeeds',
    scope: 'write_content',
    summary: 'Make a newsfeed',
    body: NewsfeedRequest,
    status: 201,
    answer: Newsfeed,
  },
  renameFeed: {
    method: 'PATCH',
    path: '/app/api/newsfeeds/{id}',
    scope: 'write_content',
    summary: 'Call a newsfeed something else',
    body: NewsfeedRequest,
    answer: Newsfeed,
  },
  deleteFeed: {
    method: 'DELETE',
    path: '/app/api/newsfeeds/{id}',
    scope: 'write_content',
    summary: 'Delete a newsfeed',
    status: 204,
  },
})
