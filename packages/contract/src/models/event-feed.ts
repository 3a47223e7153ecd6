import { Dictionary, model, nullable, optional, Timestamp, Type } from '../schema.ts'

export const FeedEvent = model('feed_event', {
  type: Type.Literal('feed_event'),
  /** That of its webhook. */
  id: Type.String(),
  /** Its place among all events of the workspace: 1, 2, 3, … */
  sequence: Type.Integer(),
  topic: Type.String(),
  created_at: Timestamp(),
  object: Type.Object({ type: Type.String(), id: Type.String() }),
  /** The teammate and the app it was done by. */
  actor: Type.Object({ admin_id: nullable(Type.String()), app_id: nullable(Type.String()) }),
  /** What the object does not tell later: the part that was written, the tag, the value before. */
  data: Dictionary(),
  /** What a webhook would carry as `data.item`, where it was asked for. */
  item: optional(Dictionary()),
})

export const EventFeed = model('event_feed', {
  type: Type.Literal('event_feed'),
  events: Type.Array(FeedEvent),
  /** What to ask for next. */
  next_since: Type.Integer(),
  /** Whether there is more already. */
  has_more: Type.Boolean(),
  /** How far the log of the workspace has come. */
  last_sequence: Type.Integer(),
})
