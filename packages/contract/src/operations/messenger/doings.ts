import { family } from '../../operation.ts'
import { Dictionary, model, nullable, optional, Type } from '../../schema.ts'

const mine = { access: 'messenger', scope: 'use_messenger' } as const

export const TrackEventRequest = model('messenger_track_event_request', {
  event_name: Type.String(),
  metadata: optional(nullable(Dictionary())),
})

export const PageViewRequest = model('messenger_page_view_request', {
  url: Type.String(),
  /** Where they came to it from. */
  referrer: optional(nullable(Type.String())),
})

/** What pages tell of what somebody does. */
export const messengerDoings = family({
  track: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/events',
    summary: 'Say that one did something',
    body: TrackEventRequest,
    status: 204,
  },
  pageView: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/page_views',
    summary: 'Say that one looks at a page: when one was last here, and by which way one came first',
    body: PageViewRequest,
    status: 204,
  },
})
