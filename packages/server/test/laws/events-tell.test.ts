import type { Operation } from '@guichet/contract/operation.ts'
import { families } from '@guichet/contract/operations/index.ts'
import { existsAt, NEWEST } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { itemsOf, renderItem } from '../../src/domain/event-item/index.ts'
import type { LoggedEvent } from '../../src/events/logged-event.ts'
import { acting } from '../support/acting.ts'
import { type AliveIds, aliveIds } from '../support/alive-ids.ts'
import { changeRequest, changes, nameOf } from '../support/changes.ts'
import { objectsIn, objectsOnPath } from '../support/embedded-objects.ts'
import { buildSegment, buildSubscriptionType, buildTeam, buildVisitor } from '../support/factories.ts'
import { startGuichet, type TestWorkspace } from '../support/guichet.ts'
import { logged } from '../support/happened.ts'
import { makeDatabase } from '../support/own-database.ts'
import { ownRequest } from '../support/slots.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })

/** Reads whose answers are no objects that somebody keeps, and why. */
const NOT_KEPT: Record<string, string> = {
  '/events_feed': 'the log itself',
  '/contacts/activities': 'told from the log',
  '/admins/activity_logs': 'a log of its own',
  '/companies/scroll': 'each call moves a cursor on',
  '/teams/{team_id}/metrics': 'figures as of the moment',
  '/export/reporting_data/get_datasets': 'tells what can be exported, whatever the workspace holds',
  '/download/content/data/{job_identifier}': 'a file',
  '/download/reporting_data/{job_identifier}': 'a file',
  '/sandbox/clock': 'of sandboxes alone',
  '/sandbox/faults': 'of sandboxes alone',
}

const reads = Object.values(families)
  .flatMap(family => Object.values<Operation>(family))
  .filter(({ method, path }) => method === 'GET' && !(path in NOT_KEPT))
  .filter(operation => existsAt('Preview', operation))

test('whoever knows an answer and hears the log knows when the answer is another: state and events are the state read afresh', async () => {
  const workspace = await guichet.createWorkspace()
  const own = await everything(workspace)
  const headers = {
    ...{ authorization: `Bearer ${workspace.token}`, 'intercom-version': 'Preview' },
    'content-type': 'application/json',
  }
  const paths = [...new Set(reads.map(read => ownRequest(read, 'Preview', own).url))]
  const look = async (): Promise<Map<string, string>> => {
    const answers = await Promise.all(
      paths.map(async path => {
        const answer = await fetch(guichet.origin + path, { headers })
        return [path, sameEachTime(await answer.text())] as const
      }),
    )
    return new Map(answers)
  }
  let seen = await look()
  let told = (await logged({ ...guichet, id: workspace.id })).length
  const count = { changes: 0, different: 0 }
  const untold: Record<string, string[]> = {}
  for (const operation of changes) {
    guichet.clock.advance(1)
    const { url, body } = changeRequest(operation, own)
    const { status } = await fetch(guichet.origin + url, {
      ...{ method: operation.method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (status >= 400) continue
    count.changes += 1
    const events = await logged({ ...guichet, id: workspace.id })
    const named = await namedBy(workspace, events.slice(told))
    const now = await look()
    const different = paths.filter(path => now.get(path) !== seen.get(path))
    count.different += different.length
    const missing = different.filter(path => {
      const about = [
        ...objectsOnPath(path),
        ...[seen, now].flatMap(at => objectsIn(path, at.get(path) ?? '')),
      ]
      return !about.some(object => named.has(object))
    })
    if (missing.length > 0) untold[nameOf(operation)] = missing.toSorted()
    seen = now
    told = events.length
  }
  console.log(
    `${count.changes} changes went through; ${count.different} times one of ${paths.length} answers was another`,
  )
  expect(count.changes).toBeGreaterThan(100)
  expect(count.different).toBeGreaterThan(150)
  expect(untold).toEqual({})
}, 300_000)

/** One of everything, by the segments of paths. */
async function everything(workspace: TestWorkspace): Promise<AliveIds> {
  const rule = { field: 'role', operator: '=', value: 'user' }
  await buildVisitor(guichet, 'log-visitor', workspace)
  const own: AliveIds = {
    ...(await aliveIds(workspace.api, 'law', 'Law')),
    teams: [String(await buildTeam(guichet, 'Law', [workspace.ownerId], workspace))],
    subscription_types: [String(await buildSubscriptionType(guichet, 'opt_out', workspace))],
    segments: [await buildSegment(guichet, 'Law', rule, 'user', workspace)],
  }
  for (const noun of ['help_centers', 'newsfeeds', 'brands', 'macros', 'emails', 'calls']) {
    const { path } = reads.find(read => read.path.endsWith(`/${noun}`)) ?? { path: '' }
    const { body } = await workspace.api.at('Preview').get(path)
    const first = Object.values(body).flat().find(isThing)
    if (first) own[noun] ??= [String(first.id)]
  }
  return own
}

const isThing = (value: unknown): value is { id: string } =>
  typeof value === 'object' && value !== null && 'id' in value

/** Ids of answers to refused requests are new each time. */
const sameEachTime = (text: string): string => text.replace(/"request_id":"[^"]*"/, '')

/** What events are about, and what their items show: a conversation with its contacts, which whoever listens is told as well. */
async function namedBy(workspace: TestWorkspace, events: LoggedEvent[]): Promise<Set<string>> {
  const items = await itemsOf(guichet.database.read, acting(guichet, workspace), events)
  return new Set(
    events.flatMap(event => {
      const { type, id } = event.object
      const item = items.get(event.sequence)
      const shown = item ? objectsIn('', JSON.stringify(renderItem(event.topic, NEWEST, item))) : []
      // A ticket is a conversation too, under the same id.
      const twin =
        type === 'ticket' ? [`conversation ${id}`] : type === 'conversation' ? [`ticket ${id}`] : []
      return [`${type} ${id}`, ...twin, ...shown, ...objectsIn('', JSON.stringify(event.payload))]
    }),
  )
}
