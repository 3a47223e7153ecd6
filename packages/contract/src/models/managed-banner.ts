import { Dictionary, model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { Banner } from './banner.ts'
import { listOf } from './list.ts'

/** What happened to a banner on a day, such as `2026-11-25`, of the workspace. */
export const BannerDay = model('banner_day', {
  day: Type.String(),
  impressions: Type.Integer(),
  dismissals: Type.Integer(),
  clicks: Type.Integer(),
})

/** A banner as those see it who make it. */
export const ManagedBanner = model('managed_banner', {
  type: Type.Literal('managed_banner'),
  id: Type.String(),
  state: oneOf('draft', 'live', 'stopped'),
  title: nullable(Type.String()),
  body: Type.String(),
  style: Type.String(),
  position: Type.String(),
  show_dismiss_button: Type.Boolean(),
  action: Banner.properties.action,
  /** Whom it is for: an audience, or those a search holds for; everybody where both are null. */
  audience_id: nullable(Type.String()),
  aim: nullable(Dictionary()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  started_at: nullable(Timestamp()),
  stopped_at: nullable(Timestamp()),
  /** How many people were shown it. */
  people: Type.Integer(),
  /** The days on which anything happened, the first one first. */
  days: Type.Array(BannerDay),
  /** The most frequent first. */
  reactions: Type.Array(Type.Object({ reaction: Type.String(), count: Type.Integer() })),
})

export const ManagedBannerList = listOf('managed_banner_list', ManagedBanner)
