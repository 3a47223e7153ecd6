import type { Conversation } from '@guichet/contract/models/conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ViewRow } from './conversation.view.sql.ts'

type View = Static<typeof Conversation>

/** Null until a contact has written; then without what could not be measured yet, since the description has integers only. */
export function viewStatistics(row: ViewRow): View['statistics'] {
  if (row.first_contact_reply_at === null) return null
  return {
    type: 'conversation_statistics',
    ...measured(row),
    ...(row.last_closed_by_id !== null && { last_closed_by_id: String(row.last_closed_by_id) }),
    count_reopens: row.count_reopens,
    count_assignments: row.count_assignments,
    count_conversation_parts: row.count_conversation_parts,
    assigned_team_first_response_time: row.team_times,
    assigned_team_first_response_time_in_office_hours: row.team_times_worked,
  }
}

const METRICS = [
  'time_to_assignment',
  'time_to_admin_reply',
  'time_to_first_close',
  'time_to_last_close',
  'median_time_to_reply',
  'first_contact_reply_at',
  'first_assignment_at',
  'first_admin_reply_at',
  'first_close_at',
  'last_assignment_at',
  'last_assignment_admin_reply_at',
  'last_contact_reply_at',
  'last_admin_reply_at',
  'last_close_at',
  'handling_time',
  'adjusted_handling_time',
] as const

type Metric = (typeof METRICS)[number]

function measured(row: ViewRow): Partial<Record<Metric, number>> {
  const found: Partial<Record<Metric, number>> = {}
  for (const metric of METRICS) {
    const value = row[metric]
    if (value !== null) found[metric] = value
  }
  return found
}

/** Null until a rating was asked for. */
export function viewRating(row: ViewRow): View['conversation_rating'] {
  const at = row.rating_requested_at ?? row.rating_replied_at
  if (at === null) return null
  const contact = row.contacts.find(({ id }) => id === row.rating_contact_id)
  return {
    rating: row.rating,
    remark: row.rating_remark,
    created_at: at,
    updated_at: row.rating_updated_at ?? row.rating_replied_at ?? at,
    contact:
      row.rating_contact_id === null
        ? null
        : { type: 'contact', id: row.rating_contact_id, external_id: contact?.external_id ?? null },
    teammate: row.rating_admin_id === null ? null : { type: 'admin', id: String(row.rating_admin_id) },
  }
}

export function viewAiAgent({ ai_agent, created_at, updated_at }: ViewRow): View['ai_agent'] {
  if (ai_agent === null) return null
  return {
    source_type: null,
    source_title: null,
    last_answer_type: null,
    resolution_state: null,
    rating: null,
    rating_remark: null,
    created_at,
    updated_at,
    content_sources: { type: 'content_source.list', total_count: 0, content_sources: [] },
    ...ai_agent,
  }
}
