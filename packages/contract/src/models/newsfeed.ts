import { model, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const Newsfeed = model('newsfeed', {
  type: Type.Literal('newsfeed'),
  id: Type.String(),
  name: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const NewsfeedList = pageOf('newsfeed_list', Newsfeed)
