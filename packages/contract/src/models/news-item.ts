import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const NewsfeedAssignment = model('newsfeed_assignment', {
  newsfeed_id: Type.Integer(),
  published_at: Timestamp(),
})

export const NewsItem = model('news_item', {
  type: Type.Literal('news-item'),
  id: Type.String(),
  workspace_id: Type.String(),
  title: Type.String(),
  body: Type.String(),
  sender_id: Type.Integer(),
  state: oneOf('draft', 'live'),
  newsfeed_assignments: Type.Array(NewsfeedAssignment),
  labels: Type.Array(nullable(Type.String())),
  cover_image_url: nullable(Type.String()),
  reactions: Type.Array(nullable(Type.String())),
  deliver_silently: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const NewsItemList = pageOf('news_item_list', NewsItem)

export const DeletedNewsItem = model('deleted_news_item', {
  id: Type.String(),
  object: Type.Literal('news-item'),
  deleted: Type.Boolean(),
})
