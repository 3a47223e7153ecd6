import type { DataEvent, DataEventSummaryItem } from '@guichet/contract/models/data-event.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ContactRef } from '../contact/index.ts'
import type { EventRow } from './event.sql.ts'
import type { SummaryRow } from './event-summary.sql.ts'

export const viewEvent = (row: EventRow, person: ContactRef): Static<typeof DataEvent> => ({
  type: 'event',
  id: row.uuid,
  event_name: row.name,
  created_at: row.created_at,
  ...viewPerson(person),
  metadata: typeof row.metadata === 'object' && row.metadata !== null ? { ...row.metadata } : {},
})

export const viewPerson = (person: ContactRef) => ({
  user_id: person.external_id,
  email: person.email,
  intercom_user_id: person.id,
})

export const viewSummary = (row: SummaryRow): Static<typeof DataEventSummaryItem> => ({
  name: row.name,
  first: iso(row.first_at_ms),
  last: iso(row.last_at_ms),
  count: row.count,
  description: row.description ?? '',
})

/** `2014-01-16T23:12:21.000+00:00` */
const iso = (ms: number): string => new Date(ms).toISOString().replace('Z', '+00:00')
