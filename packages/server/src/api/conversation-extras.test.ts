import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { secretOf } from '../domain/part-report/index.ts'

const { api, id: workspaceId, ownerId, clock } = await startGuichet()

const start = async () => {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const sent = { from: { type: 'user', id: user.id }, body: 'Hello' }
  return { id: (await api.post('/conversations', sent)).body.conversation_id, user: user.id }
}

const manage = (id: string, body: object) =>
  api.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: ownerId, ...body })

const iso = () => new Date(clock.now() * 1000).toISOString().replace('.000Z', 'Z')

test('handling pauses with a snooze, and goes on with the waking', async () => {
  const { id, user } = await start()
  expect((await api.get(`/conversations/${id}/handling_events`)).body).toEqual({ handling_events: [] })
  const teammate = { type: 'admin', id: ownerId, name: 'Ada Owner', email: 'ada@example.com' }
  const snoozed_until = clock.now() + 86400
  await manage(id, { message_type: 'snoozed', snoozed_until })
  const paused = { type: 'paused', reason: 'Snoozed', teammate, timestamp: iso() }
  clock.advance(600)
  await manage(id, { message_type: 'open' })
  const resumed = { type: 'resumed', teammate, timestamp: iso() }
  await manage(id, { message_type: 'snoozed', snoozed_until })
  const again = { ...paused, timestamp: iso() }
  clock.advance(60)
  const reply = { message_type: 'comment', type: 'user', intercom_user_id: user, body: 'Hello?' }
  await api.post(`/conversations/${id}/reply`, reply)
  const { body } = await api.at('2.15').get(`/conversations/${id}/handling_events`)
  expect(body.handling_events).toEqual([paused, resumed, again, { ...resumed, timestamp: iso() }])
})

test('neither is there for a conversation that is not', async () => {
  expect((await api.get('/conversations/99999999/handling_events')).status).toBe(404)
  expect((await api.get('/conversations/99999999/side_conversations')).status).toBe(404)
})

test('an app with its secret reports how a part was delivered, or that it was seen', async () => {
  const { id } = await start()
  const sent = { message_type: 'comment', type: 'admin', admin_id: ownerId, body: 'Hi' }
  const { body: replied } = await api.post(`/conversations/${id}/reply`, sent)
  const path = `/conversations/${id}/conversation_parts/${replied.conversation_parts.conversation_parts[0].id}`
  const known = { experimental: true, secret: await secret() }
  const state = { send_state: 'sent', info_message: 'Message delivered successfully' }
  const { body: delivered } = await api.put(path, { ...known, ...state })
  expect(delivered).toMatchObject({ type: 'conversation_part', external_reply_send_state: 'sent' })
  expect(delivered).not.toHaveProperty('seen_state')
  const { body: seen } = await api.put(path, { ...known, seen: true, admin_id: String(ownerId) })
  expect(seen.seen_state).toEqual({ admin_seen: true })
  const refused = [
    await api.put(path, { ...known, ...state, secret: 'guess' }),
    await api.put(path, { ...known, ...state, experimental: false }),
    await api.put(path, { ...known }),
    await api.put(`/conversations/${id}/conversation_parts/99999999`, { ...known, ...state }),
  ]
  expect(refused.map(answer => answer.status)).toEqual([403, 403, 400, 404])
})

async function secret(): Promise<string> {
  const { body: apps } = await api.get('/app/api/apps')
  const { body: secrets } = await api.post(`/app/api/apps/${apps.data[0].id}/secrets/reveal`)
  return secretOf(secrets.client_secrets[0], workspaceId)
}
