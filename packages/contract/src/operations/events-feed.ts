import { EventFeed } from '../models/event-feed.ts'
import { family } from '../operation.ts'
import { IntegerInput, optional, Type } from '../schema.ts'

/** Ours: the original has webhooks alone. */
export const eventsFeed = family({
  read: {
    method: 'GET',
    path: '/events_feed',
    addition: true,
    scope: 'read_events',
    summary: 'What happened in the workspace, in order and without a gap',
    query: Type.Object({
      /** The sequence of the last event that was read, or `latest`; from the oldest that is kept when left out. */
      since: optional(Type.String()),
      limit: optional(IntegerInput()),
      /** Topics, separated by commas. */
      topic: optional(Type.String()),
      object_type: optional(Type.String()),
      object_id: optional(Type.String()),
      /** `item`, for what webhooks carry. */
      include: optional(Type.String()),
      /** How many seconds to wait for an event where there is none. */
      wait: optional(IntegerInput()),
    }),
    answer: EventFeed,
  },
})
