import { expect, test } from 'vitest'
import { startAnother } from '../../test/support/another-server.ts'
import { Api } from '../../test/support/api.ts'
import { buildContact, buildConversation, manage } from '../../test/support/conversations.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'
import { wakeDue } from '../domain/conversation/index.ts'
import { issueToken } from '../domain/token/index.ts'
import { findOwner } from '../domain/workspace/index.ts'

const guichet = await startGuichet()
const { api, clock, database } = guichet

const HOUR = 3600

/** A sandbox made through the API by a workspace of its own, with its own client. */
async function sandbox(seed: 'demo' | 'empty' = 'empty') {
  const maker = await guichet.createWorkspace()
  const { body } = await maker.api.post('/sandboxes', { name: 'Trying', seed })
  const place = new Api(guichet.origin, body.access_token)
  const [owner] = (await place.get('/admins')).body.admins
  return {
    ...guichet,
    id: body.workspace_id,
    api: place,
    token: body.access_token,
    ownerId: Number(owner.id),
  }
}

const shared = await sandbox()
const fault = (body: object, { api: place }: Pick<TestWorkspace, 'api'> = shared) =>
  place.post('/sandbox/faults', body)
const clear = () => shared.api.delete('/sandbox/faults')
const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status
const times = async (count: number, call: () => Promise<{ status: number }>): Promise<number[]> => {
  const found: number[] = []
  for (let at = 0; at < count; at += 1) found.push((await call()).status)
  return found
}

test('a normal workspace has neither clock nor faults nor a seed', async () => {
  const refused = [
    await api.get('/sandbox/clock'),
    await api.put('/sandbox/clock', { advance: 60 }),
    await api.get('/sandbox/faults'),
    await api.post('/sandbox/faults', { kind: 'error' }),
    await api.delete('/sandbox/faults'),
    await api.delete('/sandbox/faults/1'),
    await api.post('/sandbox/seed'),
    await api.post('/sandbox/reset'),
  ]
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403))
  expect(refused[0]?.body.errors[0].message).toMatch(/not a sandbox/)
})

test('a workspace never becomes a sandbox, nor a sandbox a normal one', async () => {
  for (const [id, is] of [
    [guichet.id, true],
    [shared.id, false],
  ] as const) {
    const turning = database.transaction(tx =>
      tx.updateTable('workspaces').set({ sandbox: is }).where('id', '=', id).execute(),
    )
    await expect(turning).rejects.toThrow(/cannot become a sandbox/)
  }
})

test('a token needs the permission, and a workspace has only so many', async () => {
  const other = await guichet.createWorkspace({ scopes: ['read_tags'] })
  expect(await statusOf(other.api.post('/sandboxes', {}))).toBe(403)
  const many = await guichet.createWorkspace()
  for (let made = 0; made < 5; made += 1) await many.api.post('/sandboxes', { seed: 'empty' })
  expect(await statusOf(many.api.post('/sandboxes', { seed: 'empty' }))).toBe(422)
})

test('a sandbox tells its own time, and everything in it is of then', async () => {
  const place = await sandbox()
  const { body: before } = await place.api.get('/sandbox/clock')
  expect(before).toMatchObject({ now: clock.now(), offset: 0, frozen: false })
  const { body: moved } = await place.api.put('/sandbox/clock', { advance: 30 * HOUR })
  expect(moved).toMatchObject({ now: clock.now() + 30 * HOUR, offset: 30 * HOUR, frozen: false, ran: 0 })
  clock.advance(5)
  expect((await place.api.post('/contacts', { external_id: 'then' })).body.created_at).toBe(
    clock.now() + 30 * HOUR,
  )
  expect((await api.post('/contacts', { external_id: 'now' })).body.created_at).toBe(clock.now())
})

test('a clock that stands still stays where it is', async () => {
  const place = await sandbox()
  const at = clock.now() + HOUR
  await place.api.put('/sandbox/clock', { now: at, frozen: true })
  clock.advance(500)
  expect((await place.api.get('/sandbox/clock')).body).toMatchObject({ now: at, frozen: true })
  expect((await place.api.post('/tags', { name: 'Still' })).status).toBe(200)
  await place.api.put('/sandbox/clock', { frozen: false })
  clock.advance(10)
  expect((await place.api.get('/sandbox/clock')).body).toMatchObject({ now: at + 10, frozen: false })
})

test('a clock goes forward only, by one way of saying where to', async () => {
  for (const body of [
    { advance: -1 },
    { now: clock.now() - HOUR },
    { now: clock.now(), advance: 5 },
    { advance: 9e15 },
    { advance: 'later' },
    { advance: 1.5 },
  ])
    expect([body, await statusOf(shared.api.put('/sandbox/clock', body))]).toEqual([body, 400])
})

test('what becomes due while the clock moves is done at its own moment, before the answer', async () => {
  const place = await sandbox()
  const ids = []
  for (const hours of [2, 1, 30]) {
    const { id } = await buildConversation(place)
    await manage(place, id, { message_type: 'snoozed', snoozed_until: clock.now() + hours * HOUR })
    ids.push(id)
  }
  const article = await place.api.post('/articles', {
    ...{ title: 'Soon', body: '<p>Words</p>', author_id: place.ownerId, state: 'published' },
    scheduled_publish_at: new Date((clock.now() + 3 * HOUR) * 1000).toISOString(),
  })
  expect(article.body).toMatchObject({ scheduled_publish_at: clock.now() + 3 * HOUR })
  const { body } = await place.api.put('/sandbox/clock', { advance: 10 * HOUR })
  expect(body.ran).toBe(3)
  const found = await Promise.all(ids.map(async id => (await place.api.get(`/conversations/${id}`)).body))
  expect(found.map(({ state }) => state)).toEqual(['open', 'open', 'snoozed'])
  const wokenAt = found.map(
    each => each.conversation_parts.conversation_parts.at(-1).created_at - clock.now(),
  )
  expect(wokenAt.slice(0, 2)).toEqual([2 * HOUR, HOUR])
  const published = (await place.api.get(`/articles/${article.body.id}`)).body
  expect([published.state, published.updated_at]).toEqual(['published', clock.now() + 3 * HOUR])
})

test('two who move a clock at once, in two processes, move it one after the other', async () => {
  const place = await sandbox()
  const another = await startAnother(clock)
  const { id } = await buildConversation(place)
  await manage(place, id, { message_type: 'snoozed', snoozed_until: clock.now() + 90 })
  const there = new Api(another.origin, place.token)
  const moved = await Promise.all(
    [place.api, there, place.api, there, place.api, there].map(
      async at => (await at.put('/sandbox/clock', { advance: 60 })).body,
    ),
  )
  const ahead = moved.map(({ now }) => now - clock.now()).toSorted((a, b) => a - b)
  expect(ahead).toEqual([60, 120, 180, 240, 300, 360])
  expect(moved.find(({ ran }) => ran > 0)?.now).toBe(clock.now() + 120)
  expect((await place.api.get('/sandbox/clock')).body.offset).toBe(360)
})

test('the sweeps of all workspaces go by the clock of each', async () => {
  const place = await sandbox()
  await place.api.put('/sandbox/clock', { advance: HOUR })
  const snoozed = async (where: TestWorkspace & typeof guichet) => {
    const { id } = await buildConversation(where)
    await manage(where, id, { message_type: 'snoozed', snoozed_until: clock.now() + HOUR + 60 })
    return async () => (await where.api.get(`/conversations/${id}`)).body.state
  }
  const [there, here] = [await snoozed(place), await snoozed(guichet)]
  clock.advance(60)
  await wakeDue(database, clock.now(), place.id)
  await wakeDue(database, clock.now(), guichet.id)
  expect([await there(), await here()]).toEqual(['open', 'snoozed'])
})

test('tokens of a sandbox expire by its clock', async () => {
  const place = await sandbox()
  const { appId, adminId } = await findOwner(database.read, place.id)
  const { token } = await database.transaction(tx =>
    issueToken(tx, {
      ...{ workspaceId: place.id, appId, adminId, label: 'short', scopes: ['all'], now: clock.now() },
      expiresAt: clock.now() + HOUR,
    }),
  )
  const short = new Api(guichet.origin, token)
  expect(await statusOf(short.get('/tags'))).toBe(200)
  await place.api.put('/sandbox/clock', { advance: HOUR })
  expect(await statusOf(short.get('/tags'))).toBe(401)
})

test('a burst of refusals strikes as often as it is told, where it is told, and nowhere else', async () => {
  const { status, body } = await fault({ kind: 'rate_limit', route: '/contacts/*', count: 2 })
  expect([status, body]).toMatchObject([
    201,
    { kind: 'rate_limit', route: '/contacts/*', count: 2, struck: 0 },
  ])
  const { id } = (await shared.api.post('/contacts', { external_id: 'struck' })).body
  expect(await statusOf(shared.api.get('/contacts'))).toBe(200)
  expect(await times(3, () => shared.api.get(`/contacts/${id}`))).toEqual([429, 429, 200])
  expect((await shared.api.get('/sandbox/faults')).body.data).toMatchObject([{ seen: 2, struck: 2 }])
  await clear()
  await fault({ kind: 'rate_limit', count: 1 })
  const refused = await shared.api.get('/tags')
  expect([refused.status, refused.headers.get('retry-after'), refused.body.errors[0].code]).toEqual([
    ...[429, '10', 'rate_limit_exceeded'],
  ])
  await clear()
})

test('chance is drawn from a seed, so that a test can be repeated', async () => {
  const run = async (seed: number) => {
    await clear()
    await fault({ kind: 'error', status: 503, method: 'GET', probability: 0.4, seed })
    return times(20, () => shared.api.get('/tags'))
  }
  const [first, again, other] = [await run(7), await run(7), await run(8)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
  expect(new Set(first)).toEqual(new Set([200, 503]))
  await clear()
})

test('an error strikes before the work, which is not done then, or after it, which is', async () => {
  await fault({ kind: 'error', status: 502, method: 'POST', route: '/tags', count: 1 })
  expect(await statusOf(shared.api.post('/tags', { name: 'Never' }))).toBe(502)
  await clear()
  await fault({ kind: 'error', method: 'POST', route: '/tags', count: 1, done: true })
  expect(await statusOf(shared.api.post('/tags', { name: 'Done' }))).toBe(500)
  const names = (await shared.api.get('/tags')).body.data.map((tag: { name: string }) => tag.name)
  expect(names).toContain('Done')
  expect(names).not.toContain('Never')
  await clear()
})

test('latency holds an answer back, for as long as it lasts by the clock of the sandbox', async () => {
  await fault({ kind: 'latency', delay_ms: 120, route: '/tags', duration: 60 })
  const took = async () => {
    const began = performance.now()
    await shared.api.get('/tags')
    return performance.now() - began
  }
  expect(await took()).toBeGreaterThan(115)
  await shared.api.put('/sandbox/clock', { advance: 60 })
  await shared.api.get('/tags')
  expect((await shared.api.get('/sandbox/faults')).body.data).toMatchObject([{ seen: 1, struck: 1 }])
  await clear()
})

test('a search that lags does not see what was written in the last seconds', async () => {
  const place = await sandbox()
  await fault({ kind: 'search_lag', lag: 30 }, place)
  await place.api.put('/sandbox/clock', { advance: 100 })
  const { id } = (await place.api.post('/contacts', { external_id: 'late', name: 'Early' })).body
  const found = async () =>
    (
      await place.api.post('/contacts/search', {
        query: { field: 'external_id', operator: '=', value: 'late' },
      })
    ).body.data
  expect(await found()).toEqual([])
  expect((await place.api.get(`/contacts/${id}`)).body.name).toBe('Early')
  await place.api.put('/sandbox/clock', { advance: 30 })
  await place.api.put(`/contacts/${id}`, { name: 'Later' })
  expect(await found()).toMatchObject([{ id, name: 'Early' }])
  await place.api.put('/sandbox/clock', { advance: 30 })
  expect(await found()).toMatchObject([{ id, name: 'Later' }])
})

test('faults are switched off one by one, and never strike what runs the sandbox', async () => {
  const { body } = await fault({ kind: 'error' })
  expect(await statusOf(shared.api.get('/tags'))).toBe(500)
  expect(await statusOf(shared.api.get('/sandbox/clock'))).toBe(200)
  expect(await statusOf(shared.api.delete(`/sandbox/faults/${body.id}`))).toBe(200)
  expect(await statusOf(shared.api.delete(`/sandbox/faults/${body.id}`))).toBe(404)
  expect(await statusOf(shared.api.get('/tags'))).toBe(200)
})

test('a fault that makes no sense is refused', async () => {
  for (const body of [
    {},
    { kind: 'earthquake' },
    { kind: 'error', status: 200 },
    { kind: 'error', probability: 2 },
    { kind: 'error', count: 0 },
    { kind: 'error', duration: -5 },
    { kind: 'error', method: 'FETCH' },
    { kind: 'error', route: '' },
    { kind: 'latency' },
    { kind: 'latency', delay_ms: 1e9 },
    { kind: 'search_lag', lag: 0 },
  ])
    expect([body, await statusOf(fault(body))]).toEqual([body, 400])
})

test('a sandbox is another workspace: nothing of it shows elsewhere, nor strikes', async () => {
  const other = await sandbox()
  const { body } = await fault({ kind: 'error' }, other)
  expect(await statusOf(shared.api.get('/tags'))).toBe(200)
  expect(await statusOf(api.get('/tags'))).toBe(200)
  expect(await statusOf(shared.api.delete(`/sandbox/faults/${body.id}`))).toBe(404)
  expect((await shared.api.get('/sandbox/faults')).body.data).toEqual([])
})

test('a reset returns to the seed: same ids, same clock, no faults, and tokens that work', async () => {
  const place = await sandbox('demo')
  const readAll = async () => {
    const [contacts, conversations, tickets, articles] = await Promise.all([
      place.api.get('/contacts?per_page=150'),
      place.api.get('/conversations?per_page=150'),
      place.api.post('/tickets/search', { query: { field: 'created_at', operator: '>', value: 0 } }),
      place.api.get('/articles?per_page=150'),
    ])
    return [contacts, conversations, tickets, articles].map(({ body }) => body)
  }
  const before = await readAll()
  const [first] = before[0].data
  const { id: conversation } = before[1].conversations[0]
  const booted = await Api.ofNobody(guichet.origin).post('/messenger/api/sessions', { app_id: place.id })
  const messenger = new Api(guichet.origin, booted.body.session)
  expect(await statusOf(messenger.get('/messenger/api/conversations'))).toBe(200)
  await buildContact(place)
  await place.api.put(`/contacts/${first.id}`, { name: 'Changed' })
  await place.api.delete(`/conversations/${conversation}`)
  await place.api.delete(`/articles/${before[3].data[0].id}`)
  await place.api.put('/sandbox/clock', { advance: 400 * 24 * HOUR, frozen: true })
  await fault({ kind: 'error', count: 1, route: '/nowhere' }, place)
  expect(await readAll()).not.toEqual(before)

  const { status, body } = await place.api.post('/sandbox/reset')
  expect([status, body.clock]).toMatchObject([200, { now: clock.now(), offset: 0, frozen: false }])
  expect(body.rows).toBeGreaterThan(300)
  expect(await readAll()).toEqual(before)
  expect((await place.api.get('/sandbox/faults')).body.data).toEqual([])
  expect(await statusOf(place.api.post('/contacts', { external_id: 'after the reset' }))).toBe(200)
  expect(await statusOf(messenger.get('/messenger/api/conversations'))).toBe(401)
}, 60_000)

test('the present state can be made the seed', async () => {
  const place = await sandbox()
  await place.api.post('/tags', { name: 'Kept' })
  await place.api.put('/sandbox/clock', { advance: HOUR })
  await place.api.post('/sandbox/seed')
  await place.api.post('/tags', { name: 'Lost' })
  await place.api.put('/sandbox/clock', { advance: HOUR })
  const { body } = await place.api.post('/sandbox/reset')
  expect(body.clock.offset).toBe(HOUR)
  const names = (await place.api.get('/tags')).body.data.map((tag: { name: string }) => tag.name)
  expect(names).toEqual(['Kept'])
})
