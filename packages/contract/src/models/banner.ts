import { Dictionary, model, nullable, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const Banner = model('banner', {
  type: Type.Literal('banner'),
  id: Type.String(),
  view_id: Type.String(),
  title: nullable(Type.String()),
  body: nullable(Type.String()),
  style: Type.String(),
  position: Type.String(),
  show_dismiss_button: Type.Boolean(),
  action: nullable(
    Type.Object({
      type: Type.String(),
      label: nullable(Type.String()),
      target: nullable(Type.String()),
      reaction_set: Type.Array(Type.Object({ index: Type.Integer(), unicode_emoticon: Type.String() })),
      tour_id: nullable(Type.String()),
      tour_url: nullable(Type.String()),
    }),
  ),
  client_targeting: nullable(Type.Array(Dictionary())),
  created_at: Timestamp(),
})

export const BannerList = listOf('banner_list', Banner)

export const BannerDismiss = model('banner_dismiss', {
  type: Type.Literal('banner_dismiss'),
  view_id: Type.String(),
  dismissed: Type.Boolean(),
})
