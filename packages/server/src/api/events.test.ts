import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { objectId } from '../db/ids.ts'

const guichet = await startGuichet()
const { api, database, clock, id: workspaceId } = guichet
const now = clock.now()

const buildContact = (more: { external_id?: string; email?: string; role?: 'lead' | 'user' }) =>
  database.transaction(tx =>
    tx
      .insertInto('contacts')
      .values({
        ...{
          workspace_id: workspaceId,
          id: objectId(now),
          role: more.role ?? 'user',
          created_at: now,
          updated_at: now,
        },
        ...more,
      })
      .returning(['id', 'external_id', 'email'])
      .executeTakeFirstOrThrow(),
  )

const of = (contact: { id: string }) => `/events?type=user&intercom_user_id=${contact.id}`

test('an event is recorded with an empty answer and listed for its person', async () => {
  const ada = await buildContact({ external_id: 'ada-1', email: 'ada1@example.com' })
  const metadata = {
    price: { amount: 34999, currency: 'eur' },
    article: { url: 'https://x.org', value: 'x' },
    ok: true,
  }
  const sent = await api.post('/events', {
    event_name: 'ordered',
    created_at: now - 30,
    user_id: 'ada-1',
    metadata,
  })
  expect([sent.status, sent.body]).toEqual([202, undefined])
  const { body } = await api.get('/events?type=user&email=ada1@example.com')
  expect(body).toMatchObject({ type: 'event.list' })
  expect(body.events).toEqual([
    {
      ...{ type: 'event', id: expect.any(String), event_name: 'ordered', created_at: now - 30 },
      ...{ user_id: 'ada-1', email: 'ada1@example.com', intercom_user_id: ada.id, metadata },
    },
  ])
  expect(body.pages).not.toHaveProperty('next')
})

test('leads and users are named by id, user_id or email', async () => {
  const lead = await buildContact({ role: 'lead', email: 'lead@example.com' })
  for (const [at, named] of [{ id: lead.id }, { email: 'Lead@Example.com' }].entries())
    expect((await api.post('/events', { event_name: 'came', created_at: now - at, ...named })).status).toBe(
      202,
    )
  expect((await api.get(of(lead))).body.events).toHaveLength(2)
  for (const named of [{ id: 'nobody' }, { user_id: 'nobody' }, { email: 'nobody@example.com' }]) {
    const { status, body } = await api.post('/events', { event_name: 'came', created_at: now, ...named })
    expect([status, body.errors]).toEqual([404, [{ code: 'not_found', message: 'User Not Found' }]])
  }
})

test('the same event of the same second is one event, however often and at once it is sent', async () => {
  const contact = await buildContact({ external_id: 'twice' })
  const event = { event_name: 'clicked', created_at: now, user_id: 'twice' }
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, n) => api.post('/events', { ...event, metadata: { n } })),
  )
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 202))
  expect((await api.get(of(contact))).body.events).toHaveLength(1)
  expect((await api.get(`${of(contact)}&summary=true`)).body.events).toMatchObject([
    { name: 'clicked', count: 1 },
  ])
})

test('events sent at once are all counted, first and last told', async () => {
  const contact = await buildContact({ external_id: 'busy' })
  const at = Array.from({ length: 10 }, (_, n) => now - n * 60)
  await Promise.all(
    at.map(created_at => api.post('/events', { event_name: 'ran', created_at, id: contact.id })),
  )
  const { body } = await api.get(`${of(contact)}&summary=true`)
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString().replace('Z', '+00:00')
  expect(body).toEqual({
    ...{ type: 'event.summary', email: null, intercom_user_id: contact.id, user_id: 'busy', pages: {} },
    events: [{ name: 'ran', count: 10, first: iso(now - 540), last: iso(now), description: '' }],
  })
})

test('pages follow each other by a whole URL, without gaps among events of one second', async () => {
  const contact = await buildContact({ external_id: 'paged' })
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await api.post('/events', {
      event_name: name,
      created_at: now - (name === 'e' ? 60 : 0),
      user_id: 'paged',
    })
  const seen: string[] = []
  let next: string | undefined = `${api.origin}${of(contact)}&per_page=2`
  while (next) {
    const { body } = await api.get(next.replace(api.origin, ''))
    seen.push(...body.events.map((event: { event_name: string }) => event.event_name))
    next = body.pages.next
    if (next) expect(new URL(next).searchParams.get('before')).toMatch(/^\d{13}$/)
  }
  expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e'])
  const { body: newer } = await api.get(`${of(contact)}&since=${(now - 30) * 1000}`)
  expect(newer.events).toHaveLength(4)
  const { body: older } = await api.get(`${of(contact)}&before=${(now - 30) * 1000}`)
  expect(older.events).toMatchObject([{ event_name: 'e' }])
  expect(older.pages.since).toContain(`since=${(now - 60) * 1000 + 1}`)
})

test('events older than 90 days are counted but not listed', async () => {
  const contact = await buildContact({ external_id: 'old' })
  await api.post('/events', { event_name: 'was', created_at: now - 91 * 86400, user_id: 'old' })
  expect((await api.get(of(contact))).body.events).toEqual([])
  expect((await api.get(`${of(contact)}&summary=true`)).body.events).toMatchObject([
    { name: 'was', count: 1 },
  ])
})

test('metadata keeps its first ten keys and nests only links and money', async () => {
  const contact = await buildContact({ external_id: 'meta' })
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`key_${n}`, n]))
  const post = (metadata: unknown) =>
    api.post('/events', { event_name: 'm', created_at: now, user_id: 'meta', metadata })
  await post(many)
  expect(Object.keys((await api.get(of(contact))).body.events[0].metadata)).toHaveLength(10)
  const wrong = [
    { a: [1] },
    { a: {} },
    { a: { b: 1 } },
    { a: { amount: 1.5, currency: 'eur' } },
    { a: { url: 1, value: 2 } },
  ]
  for (const metadata of [...wrong, 'text', [1]])
    expect((await post(metadata)).body.errors[0].code, JSON.stringify(metadata)).toBe('parameter_invalid')
})

test('an event needs a name, a time and somebody', async () => {
  await buildContact({ external_id: 'somebody' })
  const event = { event_name: 'x', created_at: now, user_id: 'somebody' }
  const codeOf = async (body: object) => (await api.post('/events', body)).body?.errors[0].code
  expect(await codeOf({ ...event, event_name: undefined })).toBe('parameter_not_found')
  expect(await codeOf({ ...event, event_name: ' ' })).toBe('parameter_not_found')
  expect(await codeOf({ ...event, created_at: undefined })).toBe('parameter_not_found')
  expect(await codeOf({ ...event, user_id: undefined })).toBe('parameter_not_found')
  expect(await codeOf({ ...event, created_at: 'now' })).toBe('parameter_invalid')
  expect(await codeOf({ ...event, created_at: -1 })).toBe('parameter_invalid')
  expect(await codeOf({ ...event, created_at: 1e18 })).toBe('parameter_invalid')
  expect(await codeOf({ ...event, event_name: 'x'.repeat(300) })).toBe('parameter_invalid')
  for (const url of [
    '/events',
    '/events?user_id=somebody',
    '/events?type=user',
    '/events?type=lead&user_id=somebody',
  ])
    expect((await api.get(url)).status, url).toBe(400)
  expect((await api.get('/events?type=user&user_id=nobody')).status).toBe(404)
})

test('summaries are put in the place of what was counted, and events count on', async () => {
  const contact = await buildContact({ external_id: 'summed' })
  const event_summaries = { event_name: 'invited', count: 7, first: now - 86400, last: now - 60 }
  const sent = await api.post('/events/summaries', { user_id: 'summed', event_summaries })
  expect([sent.status, sent.body]).toEqual([200, undefined])
  await api.post('/events', { event_name: 'invited', created_at: now, user_id: 'summed' })
  await api.post('/events/summaries', { user_id: 'summed', event_summaries: [{ event_name: 'left' }] })
  const { body } = await api.get(`${of(contact)}&summary=true`)
  expect(body.events).toMatchObject([
    { name: 'invited', count: 8 },
    { name: 'left', count: 1 },
  ])
  const refused = [
    {},
    { user_id: 'summed' },
    { user_id: 'summed', event_summaries: { ...event_summaries, count: -1 } },
  ]
  for (const body of refused) expect((await api.post('/events/summaries', body)).status).toBe(400)
  expect((await api.post('/events/summaries', { user_id: 'nobody', event_summaries })).status).toBe(404)
})

test('the first event of a name makes its type, and every event is announced', async () => {
  const contact = await buildContact({ external_id: 'typed' })
  await api.post('/events', { event_name: 'typed-event', created_at: now, user_id: 'typed' })
  const [types, log] = await Promise.all([
    database.read.selectFrom('event_types').select('name').where('workspace_id', '=', workspaceId).execute(),
    happened(guichet, { topics: ['event.created'] }),
  ])
  expect(types).toContainEqual({ name: 'typed-event' })
  expect(log.map(row => row.payload)).toContainEqual({ contact_id: contact.id, event_name: 'typed-event' })
})
