import type { Operation } from '@guichet/contract/operation.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt } from '@guichet/contract/version.ts'
import type { AliveIds } from './alive-ids.ts'
import { basesFor } from './bases.ts'
import { ownRequest } from './slots.ts'

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`

/** What ends things goes last, so that the others find them there. */
const ENDS = /delete|bulk_actions|archive|block|merge|redact|cancel|close|unlink|change_type|convert/
const PEOPLE = /^\/(user_delete_requests|contacts\/bulk\/delete|contacts\/\{id\})$/
const last = ({ method, path }: Operation): number => {
  if (PEOPLE.test(path) && method !== 'PUT') return 3
  // What ties two things together goes before either of them does.
  return method === 'DELETE' ? 2.9 - path.split('/').length / 10 : ENDS.test(path) ? 1 : 0
}

/** Bodies of changes whose fields a made-up word does not fill. */
const bodiesOf = (own: AliveIds): Record<string, object> => {
  const the = (noun: string) => own[noun]?.[0] ?? ''
  const tag = { id: the('tags'), admin_id: the('admins') }
  const hours = [{ start_minute: 540, end_minute: 1020 }]
  return {
    'POST /contacts': { email: 'fresh@example.com' },
    'PUT /visitors': { user_id: 'log-visitor', name: 'Visitor' },
    'POST /visitors/convert': {
      type: 'user',
      user: { email: 'grown@example.com' },
      visitor: { user_id: 'log-visitor' },
    },
    'POST /companies': { company_id: 'fresh', name: 'Fresh' },
    'POST /contacts/{id}/companies': { id: the('companies') },
    'POST /data_attributes': { name: 'fresh', model: 'contact', data_type: 'string' },
    'POST /events/summaries': {
      ...{
        user_id: the('find_by_external_id'),
        event_summaries: { event_name: 'ordered', count: 1, first: 1, last: 2 },
      },
    },
    'POST /contacts/{contact_id}/subscriptions': { id: the('subscription_types'), consent_type: 'opt_out' },
    ...Object.fromEntries(
      [
        ...[
          'contacts/{contact_id}',
          'conversations/{conversation_id}',
          'tickets/{ticket_id}',
          'articles/{article_id}',
        ],
        ...['internal_articles/{internal_article_id}', 'content_snippets/{content_snippet_id}'],
      ].map(path => [`POST /${path}/tags`, tag]),
    ),
    'POST /conversations/attributes': { name: 'Fresh', data_type: 'string' },
    'POST /conversations/attributes/{id}/options': { label: 'Fresh' },
    'PUT /conversations/attributes/{id}/options/{option_id}': { label: 'Renamed' },
    'POST /articles': { title: 'Fresh', author_id: the('admins') },
    'POST /content/bulk_actions': { action: 'delete', content_ids: [{ type: 'content_snippet', id: '1' }] },
    'POST /audiences': { name: 'Fresh', role_predicates: [], predicates: [] },
    'POST /ai/content_import_sources': { sync_behavior: 'api', url: 'https://fresh.example.com' },
    'PUT /ai/content_import_sources/{id}': { sync_behavior: 'api', url: 'https://renamed.example.com' },
    'POST /office_hours_schedules': { name: 'Fresh', time_zone_name: 'UTC', time_intervals: hours },
    'POST /office_hours_schedules/{office_hours_schedule_id}/office_hours_exceptions': {
      ...{ exception_date: '2026-12-25', exception_type: 'closed' },
    },
    'POST /secure_mode_secrets': { name: 'Fresh', supports_web: true },
    'POST /phone_call_redirects': { phone: '+353832345678' },
    'POST /fin/csat': { conversation_id: the('conversations'), rating: 5 },
    'POST /fin/escalate': { conversation_id: the('conversations') },
  }
}

/** Every public operation that changes something, in an order in which most of them can. */
export const changes: Operation[] = Object.values(families)
  .flatMap(family => Object.values<Operation>(family))
  .filter(operation => operation.method !== 'GET' && !operation.reads && existsAt('Preview', operation))
  .toSorted((a, b) => last(a) - last(b))

/** The request of a change with nothing but a workspace's own in it. */
export function changeRequest(operation: Operation, own: AliveIds): ReturnType<typeof ownRequest> {
  const name = nameOf(operation)
  return ownRequest(operation, 'Preview', own, [bodiesOf(own)[name] ?? [], basesFor(name, own)].flat())
}
