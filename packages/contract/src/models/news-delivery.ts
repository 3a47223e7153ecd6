import { Dictionary, model, nullable, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** How far a piece of news reached. */
export const NewsReach = model('news_reach', {
  /** How many people have read it. */
  seen: Type.Integer(),
  /** The most frequent first. */
  reactions: Type.Array(Type.Object({ reaction: Type.String(), count: Type.Integer() })),
})

/** What the public API does not tell of a news item. */
export const NewsDelivery = model('news_delivery', {
  type: Type.Literal('news_delivery'),
  news_item_id: Type.String(),
  /** Whom it is for: an audience, or those a search holds for; everybody where both are null. */
  audience_id: nullable(Type.String()),
  aim: nullable(Dictionary()),
  /** When a draft goes live by itself. */
  scheduled_at: nullable(Timestamp()),
  cover_image_url: nullable(Type.String()),
  reach: NewsReach,
})

export const NewsDeliveryList = listOf('news_delivery_list', NewsDelivery)
