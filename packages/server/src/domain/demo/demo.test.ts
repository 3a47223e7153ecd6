import { sql } from 'kysely'
import { expect, test } from 'vitest'
import fixtures from '../../../../../conformance/fixtures.json' with { type: 'json' }
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { secretOf } from '../part-report/index.ts'
import { issueToken } from '../token/index.ts'
import { findOwner } from '../workspace/index.ts'
import { DEMO_CLIENT_SECRET, DEMO_WORKSPACE, seedDemo } from './index.ts'
import { refundProcedure } from './procedure.ts'
import { whileOpen } from './working-hours.ts'
import { CATALOG_CONNECTOR_ID, PROCEDURE_ID } from './workspace-scenes.ts'

const { database, origin, clock } = await startGuichet()
const workspaceId = 'demotest'
const { token } = await database.unguarded.transaction(async tx => {
  await seedDemo(tx, { workspaceId, now: clock.now() })
  const { adminId, appId } = await findOwner(tx, workspaceId)
  return issueToken(tx, {
    ...{ workspaceId, adminId, appId, label: 'test', scopes: ['all'], now: clock.now() },
  })
})
const api = new Api(origin, token)

test('the demo has people in every role', async () => {
  expect((await api.get('/admins')).body.admins.length).toBeGreaterThanOrEqual(3)
  expect((await api.get('/teams')).body.teams).toHaveLength(2)
  const { data } = (await api.get('/contacts?per_page=50')).body
  expect(new Set(data.map(({ role }: { role: string }) => role))).toEqual(new Set(['user', 'lead']))
  expect((await api.get('/companies')).body.data.length).toBeGreaterThan(2)
})

test('whoever answers in the demo was last there when they last wrote, and nobody is signed in', async () => {
  const { rows } = await sql<{ name: string; last_active_at: number; wrote_at: number }>`
    select name, last_active_at, (select max(created_at) from conversation_parts p where p.workspace_id = ${workspaceId}
      and p.author_type = 'admin' and p.author_id = admins.id::text) as wrote_at
    from admins where workspace_id = ${workspaceId} and kind = 'admin'`.execute(database.read)
  expect(rows).toHaveLength(4)
  for (const { name, last_active_at, wrote_at } of rows) {
    expect(last_active_at, name).toBeGreaterThanOrEqual(wrote_at)
    expect(last_active_at, name).toBeLessThanOrEqual(clock.now())
    expect(clock.now() - last_active_at, name).toBeLessThan(14 * 86_400)
  }
  const { rows: sessions } = await sql`select 1 from sessions where workspace_id = ${workspaceId}`.execute(
    database.read,
  )
  expect(sessions).toEqual([])
})

test('the demo has conversations in every state', async () => {
  const { conversations } = (await api.get('/conversations?per_page=50')).body
  const states = new Set(conversations.map(({ state }: { state: string }) => state))
  expect(states).toEqual(new Set(['open', 'closed', 'snoozed']))
  for (const { id } of conversations) expect((await api.get(`/conversations/${id}`)).status).toBe(200)
})

test('whatever the hour, its customers waited for their answers in office hours', async () => {
  const query = { field: 'statistics.time_to_admin_reply', operator: '>', value: 60 }
  const { conversations } = (await api.post('/conversations/search', { query })).body
  expect(conversations.length).toBeGreaterThan(4)
  // A year of Wednesdays and Sundays, at three in the morning and at noon.
  for (const day of Array.from({ length: 120 }, (_, n) => 1_795_566_000 + n * 3.5 * 86_400)) {
    const then = new Date(whileOpen(day) * 1000)
    const parts = then.toLocaleString('en-GB', {
      timeZone: 'Europe/Paris',
      weekday: 'short',
      hour: '2-digit',
    })
    expect(parts).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? (09|1[0-3])/)
  }
})

test('the demo has tickets of every type, each shown whole', async () => {
  const query = { field: 'created_at', operator: '>', value: 1 }
  const { tickets } = (await api.post('/tickets/search', { query })).body
  const types = new Set(tickets.map(({ ticket_type }: { ticket_type: { name: string } }) => ticket_type.name))
  expect(types).toEqual(new Set(['Damaged delivery', 'Soil analysis', 'Out of stock']))
})

test('the demo has what no call can create', async () => {
  for (const path of ['/segments', '/subscription_types', '/away_status_reasons', '/ticket_types'])
    expect((await api.get(path)).status, path).toBe(200)
  expect((await api.get('/segments')).body.segments.length).toBeGreaterThan(3)
  expect((await api.get('/ticket_types')).body.data.length).toBeGreaterThan(1)
})

test('the ids that the fixtures name are the ones the demo has', async () => {
  expect(fixtures.workspace_id).toBe(DEMO_WORKSPACE)
  expect(fixtures.part_secret).toBe(secretOf(DEMO_CLIENT_SECRET, DEMO_WORKSPACE))
  expect((await api.get(`/visitors?user_id=${fixtures.visitor_user_id}`)).status).toBe(200)
})

test('a procedure waits in the demo for a teammate, under the ids that the fixtures name', async () => {
  const { procedure_conversation_id: id, procedure_id, procedure_step_id, ecommerce_connector_id } = fixtures
  expect(String(PROCEDURE_ID)).toBe(procedure_id)
  expect(String(CATALOG_CONNECTOR_ID)).toBe(ecommerce_connector_id)
  const answer = {
    step_id: procedure_step_id,
    attribute_values: [{ identifier: refundProcedure.steps.flatMap(asked)[0], value: true }],
  }
  const preview = api.at('Preview')
  expect((await preview.post(`/procedures/${id}/collect_agent_input`, answer)).status).toBe(200)
  expect((await preview.post(`/procedures/${id}/collect_agent_input`, answer)).status).toBe(409)
})

const asked = (step: (typeof refundProcedure)['steps'][number]): string[] =>
  step.kind === 'ask_teammate' ? step.attributes.map(({ identifier }) => identifier) : []
