import { Dictionary, model, nullable, optional, Timestamp, Type } from '../schema.ts'

export const DataEvent = model('data_event', {
  type: Type.Literal('event'),
  id: Type.String(),
  event_name: Type.String(),
  created_at: Timestamp(),
  user_id: optional(nullable(Type.String())),
  email: optional(nullable(Type.String())),
  intercom_user_id: Type.String(),
  metadata: Dictionary(),
})

/** `next` and `since` are whole URLs; `next` is absent on the last page. */
export const EventPages = model('event_pages', {
  next: optional(Type.String()),
  since: optional(Type.String()),
})

export const DataEventList = model('data_event_list', {
  type: Type.Literal('event.list'),
  events: Type.Array(DataEvent),
  pages: EventPages,
})

export const DataEventSummaryItem = model('data_event_summary_item', {
  name: Type.String(),
  first: Type.String(),
  last: Type.String(),
  count: Type.Integer(),
  description: Type.String(),
})

export const DataEventSummary = model('data_event_summary', {
  type: Type.Literal('event.summary'),
  email: nullable(Type.String()),
  intercom_user_id: Type.String(),
  user_id: nullable(Type.String()),
  events: Type.Array(DataEventSummaryItem),
  pages: EventPages,
})
