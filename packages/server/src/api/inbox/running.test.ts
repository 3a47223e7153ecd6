import { expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { buildVisitor } from '../../../test/support/factories.ts'
import { startGuichet, type TestWorkspace } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { enforceRetention } from '../../domain/retention/index.ts'

const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const { database, clock } = guichet
const DAY = 86_400

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const admin = await buildMember(guichet, 'admin', { workspace })
  return { workspace, api: await signedIn(guichet, admin) }
}

const NOTHING = {
  ...{ history_days: null, event_days: null, api_log_days: null, webhook_log_days: null, visitor_days: null },
  content_stat_days: null,
}

test('it is set for how long things are kept, and what is too short is refused', async () => {
  const { api } = await furnish()
  expect((await api.get('/app/api/retention')).body).toEqual({ type: 'retention', ...NOTHING })
  const change = { history_days: 30, event_days: 90, api_log_days: 2, visitor_days: 14 }
  expect((await api.patch('/app/api/retention', change)).body).toMatchObject({
    ...change,
    webhook_log_days: null,
  })
  for (const odd of [{ event_days: 6 }, { visitor_days: 0 }, { history_days: 3651 }, { api_log_days: -1 }])
    expect((await api.patch('/app/api/retention', { webhook_log_days: 5, ...odd })).status).toBe(400)
  expect((await api.patch('/app/api/retention', { visitor_days: null })).body).toMatchObject({
    ...{ ...change, visitor_days: null, webhook_log_days: null },
  })
})

test('visitors who never wrote are forgotten when their time is over, in that workspace alone', async () => {
  const strict = await furnish()
  const other = await furnish()
  await strict.api.patch('/app/api/retention', { visitor_days: 30 })
  for (const { workspace } of [strict, other]) await buildVisitor(guichet, 'long-gone', workspace)
  const writer = new Api(guichet.origin, await openMessenger(strict.workspace.id))
  await writer.post('/messenger/api/conversations', { body: 'Hello' })
  clock.advance(29 * DAY)
  await buildVisitor(guichet, 'lately', strict.workspace)
  const isThere = async (id: string, { workspace } = strict) =>
    (await workspace.api.get(`/visitors?user_id=${id}`)).status === 200
  expect(await enforceRetention(database, clock.now())).toBe(0)
  clock.advance(2 * DAY)
  expect(await enforceRetention(database, clock.now())).toBe(1)
  expect([await isThere('long-gone'), await isThere('lately'), await isThere('long-gone', other)]).toEqual([
    false,
    true,
    true,
  ])
  expect((await strict.workspace.api.get('/conversations')).body.total_count).toBe(1)
  const topics = (await happened({ ...guichet, id: strict.workspace.id })).map(({ topic }) => topic)
  expect(topics).toContain('contact.deleted')
})

test('what programs asked and what apps were told is erased when its time is over', async () => {
  const strict = await furnish()
  const other = await furnish()
  await strict.api.patch('/app/api/retention', { api_log_days: 3, webhook_log_days: 3 })
  for (const { workspace } of [strict, other]) {
    await workspace.api.get('/tags')
    await buildDeliveries(workspace)
  }
  const asked = async ({ api } = strict) => (await api.get('/app/api/requests')).body.data.length
  const told = async ({ api } = strict) =>
    (await api.get('/app/api/webhooks/deliveries')).body.data.map(({ status }: { status: string }) => status)
  expect([await asked(), await asked(other)]).toEqual([2, 2])
  expect([await told(), await told(other)]).toEqual([
    ['pending', 'delivered'],
    ['pending', 'delivered'],
  ])
  clock.advance(4 * DAY)
  await enforceRetention(database, clock.now())
  expect([await asked(), await asked(other)]).toEqual([0, 2])
  // What is still to be told is kept until it is.
  expect([await told(), await told(other)]).toEqual([['pending'], ['pending', 'delivered']])
})

/** What an app was told, and what it is still to be told. */
const buildDeliveries = async ({ id, api }: TestWorkspace): Promise<void> => {
  const { body: app } = await api.post('/app/api/apps', { name: 'Told', scopes: ['all'] })
  const at = clock.now()
  await database.transaction(tx =>
    tx
      .insertInto('webhook_deliveries')
      .values(
        (['delivered', 'pending'] as const).map(status => ({
          ...{ workspace_id: id, registration_id: Number(app.id), notification_id: 'notif_1', topic: 'ping' },
          ...{ version: '2.16', status, happened_at: at, due_at: at, created_at: at },
        })),
      )
      .execute(),
  )
}

test('it is told whether the messenger is on a page, and what waits in the outbox', async () => {
  const { workspace, api } = await furnish()
  expect((await api.get('/app/api/channels')).body).toEqual({
    type: 'channels',
    messenger: { last_seen_at: null, people: 0 },
    outbox: { waiting: 0, sent: 0, failed: 0, kept: 0, last_fault: null },
  })
  await openMessenger(workspace.id)
  await api.post('/app/api/invitations', { email: 'x@y.example', role: 'agent' })
  expect((await api.get('/app/api/channels')).body).toMatchObject({
    messenger: { last_seen_at: clock.now(), people: 1 },
    outbox: { waiting: 1 },
  })
})

const openMessenger = async (app_id: string): Promise<string> =>
  (await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', { app_id, user_data: {} })).body.session
