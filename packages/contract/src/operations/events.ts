import { DataEventList, DataEventSummary } from '../models/data-event.ts'
import { family } from '../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IdInput,
  IntegerInput,
  model,
  nullable,
  optional,
  Type,
} from '../schema.ts'

export const CreateEventRequest = model('create_data_event_request', {
  event_name: Type.String(),
  created_at: IntegerInput(),
  id: optional(IdInput()),
  user_id: optional(IdInput()),
  email: optional(Type.String()),
  metadata: optional(nullable(Dictionary())),
})

const EventSummaryInput = Type.Object({
  event_name: Type.String(),
  count: optional(IntegerInput()),
  first: optional(IntegerInput()),
  last: optional(IntegerInput()),
})

export const SummarizeEventsRequest = model('create_data_event_summaries_request', {
  user_id: optional(IdInput()),
  event_summaries: optional(
    Type.Union([EventSummaryInput, Type.Array(EventSummaryInput, { maxItems: 1000 })]),
  ),
})

export const events = family({
  list: {
    method: 'GET',
    path: '/events',
    scope: 'read_events',
    summary: 'Events of one contact',
    query: Type.Object({
      type: Type.String(),
      summary: optional(BooleanInput()),
      per_page: optional(Type.String()),
      user_id: optional(Type.String()),
      intercom_user_id: optional(Type.String()),
      email: optional(Type.String()),
      before: optional(Type.String()),
      /** Ours, in the links to further pages: which of the events of that millisecond the page went up to. */
      before_id: optional(Type.String()),
      since: optional(Type.String()),
    }),
    answer: Type.Union([DataEventSummary, DataEventList]),
  },
  create: {
    method: 'POST',
    path: '/events',
    scope: 'write_events',
    summary: 'Record an event',
    body: CreateEventRequest,
    status: 202,
  },
  summarize: {
    method: 'POST',
    path: '/events/summaries',
    scope: 'write_events',
    summary: 'Record counts of events',
    body: SummarizeEventsRequest,
    bodyOptional: true,
  },
})
