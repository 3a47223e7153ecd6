import { expect, test } from 'vitest'
import { aliveIds } from './support/alive-ids.ts'
import { changeRequest, changes, nameOf } from './support/changes.ts'
import { buildSegment, buildSubscriptionType, buildTeam, buildVisitor } from './support/factories.ts'
import { startGuichet } from './support/guichet.ts'
import { happened } from './support/happened.ts'
import { makeDatabase } from './support/own-database.ts'

/** Nobody else runs jobs here, which would leave entries beside those that are counted. */
const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { database } = guichet

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
  const silent: string[] = []
  const leftBehind: string[] = []
  const through = { events: 0, entries: 0 }
  for (const operation of changes) {
    const { url, body } = changeRequest(operation, own)
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
