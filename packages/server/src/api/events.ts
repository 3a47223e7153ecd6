import { events } from '@guichet/contract/operations/events.ts'
import { listEvents, recordSummaries, submitEvent } from '../domain/event/index.ts'
import { handlers } from './handlers.ts'

export const eventRoutes = handlers(events, {
  list: ({ tx, actor, query }) => listEvents(tx, actor, query),
  create: ({ tx, actor, body }) => submitEvent(tx, actor, body),
  summarize: ({ tx, actor, body }) => recordSummaries(tx, actor, body),
})
