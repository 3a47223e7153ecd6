import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainEvents } from '../../test/support/happened.ts'
import { keepEvents } from '../events/retention.sql.ts'
import { trimEvents } from '../events/trim-events.ts'

const guichet = await startGuichet()
const { createWorkspace } = guichet
const DAY = 86_400

/** A contact is made and gets another address: three events. */
async function live(api: Awaited<ReturnType<typeof createWorkspace>>['api']) {
  const { body: contact } = await api.post('/contacts', { email: 'fed@example.com' })
  await api.put(`/contacts/${contact.id}`, { email: 'well-fed@example.com' })
  await drainEvents(guichet)
  return { contact: contact.id }
}

const topicsOf = (body: { events: { topic: string }[] }) => body.events.map(({ topic }) => topic)

test('the feed tells what happened from the beginning, page by page and without a gap', async () => {
  const { api, ownerId, appId } = await createWorkspace()
  const { contact } = await live(api)
  const { body: first } = await api.get('/events_feed?limit=2')
  expect(first).toMatchObject({ type: 'event_feed', next_since: 2, has_more: true, last_sequence: 3 })
  const { body: second } = await api.get(`/events_feed?since=${first.next_since}`)
  expect(second.events).toEqual([
    {
      ...{ type: 'feed_event', id: expect.stringMatching(/^notif_/), sequence: 3 },
      ...{ topic: 'contact.email.updated', created_at: guichet.clock.now() },
      object: { type: 'contact', id: contact },
      actor: { admin_id: String(ownerId), app_id: String(appId) },
      data: { email_before: 'fed@example.com' },
    },
  ])
  expect([...topicsOf(first), ...topicsOf(second)]).toEqual([
    ...['contact.user.created', 'contact.user.updated', 'contact.email.updated'],
  ])
  expect(second).toMatchObject({ next_since: 3, has_more: false })
  expect((await api.get('/events_feed?since=3')).body).toMatchObject({ events: [], next_since: 3 })
  expect((await api.get('/events_feed?since=latest')).body).toMatchObject({ events: [], next_since: 3 })
})

test('a feed is narrowed to topics and to an object, and says how far it looked', async () => {
  const { api } = await createWorkspace()
  const { contact } = await live(api)
  await api.post('/companies', { company_id: 'fed', name: 'Fed' })
  await drainEvents(guichet)
  const { body: some } = await api.get('/events_feed?topic=contact.email.updated,company.created')
  expect(topicsOf(some)).toEqual(['contact.email.updated', 'company.created'])
  const { body: one } = await api.get(`/events_feed?object_type=contact&object_id=${contact}`)
  expect(one).toMatchObject({ next_since: 4, has_more: false })
  expect(one.events).toHaveLength(3)
})

test('with items an event carries what its webhook would, at the version of the request', async () => {
  const { api } = await createWorkspace()
  const { body: contact } = await api.post('/contacts', { email: 'item@example.com' })
  await drainEvents(guichet)
  const { body } = await api.at('2.11').get('/events_feed?include=item')
  expect(body.events).toMatchObject([{ item: { type: 'contact', id: contact.id, owner_id: null } }])
})

test('a token sees the events of the topics it has permissions for, and needs one for the feed', async () => {
  const own = await createWorkspace({ scopes: ['read_events', 'read_write_users', 'write_tags'] })
  const { body: contact } = await own.api.post('/contacts', { email: 'scoped@example.com' })
  expect(contact.id).toBeDefined()
  await drainEvents(guichet)
  expect((await own.api.get('/events_feed')).body).toMatchObject({
    events: [],
    next_since: 1,
    last_sequence: 1,
  })
  const { api: blind } = await createWorkspace({ scopes: ['read_tags'] })
  expect((await blind.get('/events_feed')).status).toBe(403)
})

test('a feed that waits answers as soon as something happened', async () => {
  const { api } = await createWorkspace()
  const waiting = api.get('/events_feed?wait=10')
  await api.post('/contacts', { email: 'soon@example.com' })
  await drainEvents(guichet)
  expect(topicsOf((await waiting).body)).toEqual(['contact.user.created'])
})

test('what a workspace does not keep is gone from the front, and asking for it says so', async () => {
  const { api, id } = await createWorkspace()
  await live(api)
  const { database, clock } = guichet
  await database.transaction(tx => keepEvents(tx, id, 30))
  clock.advance(29 * DAY)
  await api.post('/companies', { company_id: 'fed', name: 'Fed' })
  await drainEvents(guichet)
  await trimEvents(database, clock.now())
  expect((await api.get('/events_feed?since=0')).body.events).toHaveLength(4)
  clock.advance(2 * DAY)
  await trimEvents(database, clock.now())
  const refused = await api.get('/events_feed?since=2')
  expect([refused.status, refused.body.errors[0]]).toEqual([
    410,
    { code: 'events_expired', message: 'Events up to 3 are not kept any more' },
  ])
  const { body } = await api.get('/events_feed')
  expect([topicsOf(body), body.next_since]).toEqual([['company.created'], 4])
  expect((await api.get('/events_feed?since=3')).body.events).toHaveLength(1)
})

test('another workspace sees nothing of it', async () => {
  const { api } = await createWorkspace()
  await live(api)
  const { api: theirs } = await createWorkspace()
  expect((await theirs.get('/events_feed')).body).toMatchObject({ events: [], last_sequence: 0 })
})

test.each([
  'since=tomorrow',
  'since=-1',
  'since=99',
  'topic=contact.exploded',
  'limit=0',
  'wait=-1',
  'wait=x',
  'include=everything',
])('%s is refused', async query => {
  const { api } = await createWorkspace()
  expect((await api.get(`/events_feed?${query}`)).status).toBe(400)
})
