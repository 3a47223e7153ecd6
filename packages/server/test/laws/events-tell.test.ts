import type { Operation } from '@guichet/contract/operation.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import type { LoggedEvent } from '../../src/events/logged-event.ts'
import { type AliveIds, aliveIds } from '../support/alive-ids.ts'
import { changeRequest, changes, nameOf } from '../support/changes.ts'
import { buildSegment, buildSubscriptionType, buildTeam, buildVisitor } from '../support/factories.ts'
import { startGuichet } from '../support/guichet.ts'
import { happened } from '../support/happened.ts'
import { makeDatabase } from '../support/own-database.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })

/** What events call the things that are found under a segment of a path. */
const TOLD: Record<string, string> = {
  contacts: 'contact',
  companies: 'company',
  conversations: 'conversation',
  tickets: 'ticket',
  articles: 'article',
  content_snippets: 'content_snippet',
  audiences: 'audience',
  admins: 'admin',
  content_import_sources: 'content_import_source',
}

/** What follows from an event about something else: readers who show the one look at it again when they are told of the other. */
const CASCADES: Record<string, string[]> = {
  // When somebody was last heard from, from the events of their conversations.
  'POST /conversations': ['contact'],
  'POST /conversations/{id}/reply': ['contact'],
  'POST /messages': ['contact'],
  'POST /tickets': ['contact'],
  'POST /tickets/{id}/reply': ['contact'],
  // What the person wrote, from the event of the person.
  'POST /contacts/{id}/block': ['conversation', 'ticket'],
}

/** No published topic tells of these: they are seen when somebody looks again. What is added here is a hole in the stream. */
const UNTOLD: Record<string, string[]> = {
  'POST /contacts/{id}/notes': ['contact'],
  'POST /companies/{company_id}/notes': ['company'],
  'POST /articles/{article_id}/tags': ['article'],
  'DELETE /articles/{article_id}/tags/{id}': ['article'],
  'DELETE /conversations/{conversation_id}/tags/{id}': ['conversation'],
  'DELETE /tickets/{id}': ['ticket'],
  'DELETE /tickets/{ticket_id}/tags/{id}': ['ticket'],
  'PUT /ticket_types/{id}': ['ticket'],
  'POST /ticket_types/{ticket_type_id}/attributes': ['ticket'],
  'PUT /ticket_types/{ticket_type_id}/attributes/{id}': ['ticket'],
  'POST /ai/external_pages': ['content_import_source'],
}

/** Each thing with an answer of its own: what events call it, its id, and where it is read. */
interface Thing {
  type: string
  id: string
  path: string
}

function thingsOf(own: AliveIds): Thing[] {
  const reads = Object.values(families)
    .flatMap(family => Object.values<Operation>(family))
    .filter(operation => operation.method === 'GET' && existsAt('Preview', operation))
  return reads.flatMap(({ path }) => {
    const [, before = '', segment = ''] = /^(\/(?:[\w]+\/)*?(\w+))\/\{\w+\}$/.exec(path) ?? []
    const type = TOLD[segment]
    return type === undefined ? [] : (own[segment] ?? []).map(id => ({ type, id, path: `${before}/${id}` }))
  })
}

test('what looks different after a change is named by an event of it, but for what is listed', async () => {
  const workspace = await guichet.createWorkspace()
  const rule = { field: 'role', operator: '=', value: 'user' }
  const own = {
    ...(await aliveIds(workspace.api, 'law', 'Law')),
    teams: [String(await buildTeam(guichet, 'Law', [workspace.ownerId], workspace))],
    subscription_types: [String(await buildSubscriptionType(guichet, 'opt_out', workspace))],
    segments: [await buildSegment(guichet, 'Law', rule, 'user', workspace)],
  }
  await buildVisitor(guichet, 'log-visitor', workspace)
  const headers = {
    ...{ authorization: `Bearer ${workspace.token}`, 'intercom-version': 'Preview' },
    'content-type': 'application/json',
  }
  const things = thingsOf(own)
  const look = () =>
    Promise.all(
      things.map(async ({ path }) =>
        (await fetch(guichet.origin + path, { headers })).text().then(sameEachTime),
      ),
    )
  let seen = await look()
  let told = (await happened({ ...guichet, id: workspace.id })).length
  const count = { changes: 0, different: 0 }
  const untold: Record<string, string[]> = {}
  for (const operation of changes) {
    guichet.clock.advance(1)
    const { url, body } = changeRequest(operation, own)
    const { status } = await fetch(guichet.origin + url, {
      ...{ method: operation.method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const events = await happened({ ...guichet, id: workspace.id })
    const now = await look()
    const different = things.filter((_, at) => now[at] !== seen[at])
    if (status < 300) count.changes += 1
    count.different += different.length
    const missing = different.filter(thing => !events.slice(told).some(event => names(event, thing)))
    if (missing.length > 0)
      untold[nameOf(operation)] = [...new Set(missing.map(({ type }) => type))].toSorted()
    seen = now
    told = events.length
  }
  console.log(
    `${count.changes} changes went through, after which ${count.different} times something of`,
    `${things.length} things looked different;`,
    `${Object.keys(CASCADES).length} changes show in what follows from an event, ${Object.keys(UNTOLD).length} in what none tells of`,
  )
  expect(count.changes).toBeGreaterThan(100)
  expect(count.different).toBeGreaterThan(25)
  expect(untold).toEqual({ ...CASCADES, ...UNTOLD })
}, 300_000)

/** Ids of answers to refused requests are new each time. */
const sameEachTime = (text: string): string => text.replace(/"request_id":"[^"]*"/, '')

/** An event names what it is about, and whom it says more of. A ticket is a conversation too, under the same id. */
function names({ object, payload }: LoggedEvent, { type, id }: Thing): boolean {
  const isThread = (noun: string) => noun === 'ticket' || noun === 'conversation'
  if (object.id === id) return object.type === type || (isThread(object.type) && isThread(type))
  return isLong(id) && JSON.stringify(payload).includes(`"${id}"`)
}

/** Short ids are other things' too. */
const isLong = (id: string): boolean => id.length > 10
