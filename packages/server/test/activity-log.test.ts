import type { Operation } from '@guichet/contract/operation.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { type AliveIds, aliveIds } from './support/alive-ids.ts'
import { basesFor } from './support/bases.ts'
import { buildSegment, buildSubscriptionType, buildTeam, buildVisitor } from './support/factories.ts'
import { startGuichet } from './support/guichet.ts'
import { happened } from './support/happened.ts'
import { makeDatabase } from './support/own-database.ts'
import { ownRequest } from './support/slots.ts'

/** Nobody else runs jobs here, which would leave entries beside those that are counted. */
const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { database } = guichet

const nameOf = ({ method, path }: Operation) => `${method} ${path}`

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

const changes = Object.values(families)
  .flatMap(family => Object.values<Operation>(family))
  .filter(operation => operation.method !== 'GET' && !operation.reads && existsAt('Preview', operation))
  .toSorted((a, b) => last(a) - last(b))

async function counted(workspace: { id: string }) {
  const events = await happened({ database, id: workspace.id })
  const { entries } = await database.read
    .selectFrom('activity_logs')
    .select(row => row.fn.countAll<string>().as('entries'))
    .where('workspace_id', '=', workspace.id)
    .executeTakeFirstOrThrow()
  return { events: events.length, entries: Number(entries) }
}

test('every change that goes through leaves an entry, and one that is refused leaves none', async () => {
  const workspace = await guichet.createWorkspace()
  const { ownerId, token } = workspace
  const rule = { field: 'role', operator: '=', value: 'user' }
  const made = await aliveIds(workspace.api, 'log', 'Log')
  const own = {
    ...made,
    teams: [String(await buildTeam(guichet, 'Log', [ownerId], workspace))],
    subscription_types: [String(await buildSubscriptionType(guichet, 'opt_out', workspace))],
    segments: [await buildSegment(guichet, 'Log', rule, 'user', workspace)],
  }
  await buildVisitor(guichet, 'log-visitor', workspace)
  const bodies = bodiesOf(own)
  const silent: string[] = []
  const leftBehind: string[] = []
  const through = { events: 0, entries: 0 }
  for (const operation of changes) {
    const name = nameOf(operation)
    const { url, body } = ownRequest(
      operation,
      'Preview',
      own,
      [bodies[name] ?? [], basesFor(name, own)].flat(),
    )
    const before = await counted(workspace)
    const { status } = await fetch(guichet.origin + url, {
      method: operation.method,
      headers: {
        ...{ authorization: `Bearer ${token}`, 'intercom-version': 'Preview' },
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(status, nameOf(operation)).toBeLessThan(500)
    const after = await counted(workspace)
    const [events, entries] = [after.events - before.events, after.entries - before.entries]
    if (status >= 300) {
      if (events + entries > 0) leftBehind.push(nameOf(operation))
    } else if (entries > 0) through.entries += 1
    else if (events > 0) through.events += 1
    else silent.push(nameOf(operation))
  }
  console.log(
    `${through.entries + through.events} of ${changes.length} changes go through with nothing but one's own:`,
    `${through.entries} leave an entry of the activity log, ${through.events} an event, ${silent.length} nothing`,
  )
  expect([silent, leftBehind]).toEqual([[], []])
  expect(through.entries + through.events).toBeGreaterThan(100)
}, 120_000)
