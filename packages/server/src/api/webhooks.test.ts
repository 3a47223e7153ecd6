import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { type Received, startReceiver } from '../../test/support/receiver.ts'
import { hook, startHooked } from '../../test/support/webhooks.ts'

const hooked = await startHooked()
const { api, clock, deliver, createWorkspace } = hooked

const user = async (of = api) =>
  (await of.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })).body

const sha1 = (secret: string, raw: string) => `sha1=${createHmac('sha1', secret).update(raw).digest('hex')}`

const deliveriesOf = async (app: string, more = '') =>
  (await api.get(`/app/api/webhooks/deliveries?app_id=${app}${more}`)).body.data

test('what happens is told in the envelope and under the signature that Intercom documents', async () => {
  const receiver = await startReceiver()
  const { secret } = await hook(api, receiver.url, ['contact.user.created'])
  const { id } = await user()
  await deliver()
  expect(receiver.received).toHaveLength(1)
  const [got] = receiver.received
  expect(got?.headers).toMatchObject({
    ...{ 'content-type': 'application/json', accept: 'application/json' },
    'user-agent': 'intercom-parrot-service-client/1.0',
    'x-hub-signature': sha1(secret, got?.raw ?? ''),
  })
  expect(got?.body).toEqual({
    ...{ type: 'notification_event', id: expect.stringMatching(/^notif_[0-9a-f-]{36}$/), app_id: hooked.id },
    ...{ topic: 'contact.user.created', created_at: clock.now(), first_sent_at: clock.now() },
    ...{ delivery_attempts: 1, delivery_status: 'pending', delivered_at: 0, self: null, links: {} },
    data: {
      type: 'notification_event_data',
      item: expect.objectContaining({ type: 'contact', id }),
    },
  })
})

test('the library of the Standard Webhooks convention believes what is sent, and nothing else', async () => {
  const receiver = await startReceiver()
  const { id } = await hook(api, receiver.url, ['contact.user.created'])
  const { body: secrets } = await api.post(`/app/api/apps/${id}/secrets/reveal`)
  const checker = new Webhook(secrets.webhook_secrets[0])
  await user()
  await deliver()
  const { raw, headers, body } = receiver.received[0] ?? lost()
  const sent = { 'webhook-id': '', 'webhook-timestamp': '', 'webhook-signature': '' }
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)
    sent[name] = String(headers[name])
  expect(checker.verify(raw, sent)).toEqual(body)
  expect(sent['webhook-id']).toBe(body.id)
  expect(() => checker.verify(raw.replace('contact', 'company'), sent)).toThrow()
})

const lost = (): Received => {
  throw new Error('nothing was received')
}

test('a test request is printed for people, and signed all the same', async () => {
  const receiver = await startReceiver()
  const { id, secret } = await hook(api, receiver.url, [])
  const { body: planned } = await api.post(`/app/api/apps/${id}/webhook/test`)
  expect(planned).toMatchObject({ topic: 'ping', status: 'pending', sequence: null })
  await deliver()
  const { raw, headers, body } = receiver.received[0] ?? lost()
  expect(raw).toBe(JSON.stringify(body, null, 2))
  expect(headers['x-hub-signature']).toBe(sha1(secret, raw))
  expect(body).toMatchObject({
    ...{ topic: 'ping', id: null, delivery_status: null, links: {} },
    data: { item: { type: 'ping', message: 'something something interzen' } },
  })
  expect(await deliveriesOf(id)).toMatchObject([{ id: planned.id, status: 'delivered', attempts: 1 }])
})

test('an endpoint has to answer before it is believed, and be one that may be gone to', async () => {
  const receiver = await startReceiver()
  const { id } = await hook(api, receiver.url, [])
  const put = async (url: string, topics: string[] = []) => {
    const { status, body } = await api.put(`/app/api/apps/${id}/webhook`, { url, topics })
    return [status, status === 200 ? undefined : body.errors[0].message]
  }
  receiver.server.removeAllListeners('request')
  receiver.server.on('request', (_, response) => response.writeHead(405).end())
  expect(await put(receiver.url)).toEqual([422, 'The webhook URL answered a HEAD request with status 405'])
  expect(await put('http://127.0.0.1:9/')).toEqual([
    422,
    'The webhook URL did not answer: Connection refused',
  ])
  expect(await put('http://example.com/')).toEqual([422, 'The webhook URL must begin with https'])
  expect(await put('https://10.0.0.1/')).toEqual([
    422,
    'The webhook URL did not answer: 10.0.0.1 is not a public address',
  ])
  expect(await put('hooks')).toEqual([422, 'The webhook URL is no URL'])
  expect(await put(receiver.url, ['contact.user.exploded'])).toEqual([
    422,
    'contact.user.exploded is no webhook topic',
  ])
  expect((await api.get(`/app/api/apps/${id}/webhook`)).body.url).toBe(receiver.url)
})

test('a topic needs a version that has it and the permission for it', async () => {
  const receiver = await startReceiver()
  const { body: app } = await api.post('/app/api/apps', {
    ...{ name: 'Narrow', scopes: ['read_tickets'], api_version: '2.14' },
  })
  const put = async (topics: string[]) => {
    const { status, body } = await api.put(`/app/api/apps/${app.id}/webhook`, { url: receiver.url, topics })
    return [status, status === 200 ? undefined : body.errors[0].message]
  }
  expect(await put(['ticket.created', 'ping'])).toEqual([200, undefined])
  expect(await put(['ticket.resolved'])).toEqual([
    422,
    'The topic ticket.resolved does not exist at version 2.14',
  ])
  expect(await put(['contact.archived'])).toEqual([
    422,
    'The topic contact.archived needs the permission read_users_and_companies',
  ])
  await api.patch(`/app/api/apps/${app.id}`, { api_version: '2.15' })
  expect(await put(['ticket.resolved'])).toEqual([200, undefined])
  const { status } = await api.patch(`/app/api/apps/${app.id}`, { api_version: '2.14' })
  expect(status).toBe(422)
})

test('an error is tried again once after a minute, under the same id, and then it has failed', async () => {
  const receiver = await startReceiver(500)
  const { id } = await hook(api, receiver.url, ['contact.user.created'])
  await user()
  await deliver()
  await deliver()
  expect(receiver.received).toHaveLength(1)
  clock.advance(59)
  await deliver()
  expect(receiver.received).toHaveLength(1)
  clock.advance(1)
  await deliver()
  clock.advance(86_400)
  await deliver()
  const [first, second, ...more] = receiver.received.map(({ body }) => body)
  expect(more).toEqual([])
  expect(second).toEqual({ ...first, delivery_attempts: 2 })
  const [delivery] = await deliveriesOf(id)
  expect(delivery).toMatchObject({ status: 'failed', reason: 'error', attempts: 2 })
  const { body: details } = await api.get(`/app/api/webhooks/deliveries/${delivery.id}`)
  expect(details.body).toBe(receiver.received[1]?.raw)
  expect(details.history).toMatchObject([
    { number: 1, response: { status: 500 }, error: null, request: { method: 'POST', url: receiver.url } },
    { number: 2, response: { status: 500 } },
  ])
  const { 'x-hub-signature': hub, 'webhook-signature': standard } = receiver.received[1]?.headers ?? {}
  expect(details.history[1].request.headers).toMatchObject({
    ...{ 'X-Hub-Signature': hub, 'webhook-signature': standard },
  })
})

test('in a sandbox it is tried again when the clock of the sandbox says so', async () => {
  const receiver = await startReceiver(500)
  const { body: sandbox } = await api.post('/sandboxes', { name: 'Trying', seed: 'empty' })
  const place = new Api(hooked.origin, sandbox.access_token)
  await hook(place, receiver.url, ['contact.user.created'])
  await user(place)
  await deliver()
  await deliver()
  expect(receiver.received).toHaveLength(1)
  receiver.answer = 200
  await place.put('/sandbox/clock', { advance: 60 })
  await deliver()
  expect(receiver.received.map(({ body }) => body.delivery_attempts)).toEqual([1, 2])
})

test('a receiver that is gone is told nothing more until it is set live', async () => {
  const receiver = await startReceiver(410)
  const { id } = await hook(api, receiver.url, ['contact.user.created'])
  await user()
  await deliver()
  await user()
  clock.advance(60)
  await deliver()
  expect(receiver.received).toHaveLength(1)
  expect((await api.get(`/app/api/apps/${id}/webhook`)).body.state).toBe('disabled')
  expect(await deliveriesOf(id)).toMatchObject([
    { status: 'dropped', reason: 'disabled' },
    { status: 'failed', reason: 'gone' },
  ])
  receiver.answer = 200
  expect((await api.post(`/app/api/apps/${id}/webhook/live`)).body.state).toBe('live')
  await user()
  await deliver()
  expect(receiver.received).toHaveLength(2)
})

test('a receiver that asks for less is left alone for longer and longer, and for two hours at most', async () => {
  const receiver = await startReceiver(429)
  const { id } = await hook(api, receiver.url, ['contact.user.created'])
  await user()
  const began = clock.now()
  const tried: number[] = []
  for (let minute = 0; minute < 240; minute += 1) {
    const before = receiver.received.length
    await deliver()
    if (receiver.received.length > before) tried.push((clock.now() - began) / 60)
    clock.advance(60)
  }
  expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63])
  expect(await deliveriesOf(id)).toMatchObject([{ status: 'dropped', reason: 'throttled', attempts: 7 }])
})

test('a secret that is rotated signs beside the first, and alone once that is retired', async () => {
  const receiver = await startReceiver()
  const { id, secret } = await hook(api, receiver.url, ['contact.user.created'])
  const { body: both } = await api.post(`/app/api/apps/${id}/secrets/rotate`)
  await user()
  await deliver()
  const during = receiver.received[0] ?? lost()
  expect(during.headers['x-hub-signature']).toBe(sha1(secret, during.raw))
  expect(String(during.headers['webhook-signature']).split(' ')).toHaveLength(2)
  await api.post(`/app/api/apps/${id}/secrets/retire`)
  await user()
  await deliver()
  const after = receiver.received[1] ?? lost()
  expect(after.headers['x-hub-signature']).toBe(sha1(both.client_secrets[1], after.raw))
})

test('what was told is told again by id, by topic, by object and by time, under the ids it had', async () => {
  const receiver = await startReceiver()
  const { api: theirs, id: workspaceId } = await createWorkspace()
  const topics = ['contact.user.created', 'contact.user.updated']
  const { id } = await hook(theirs, receiver.url, topics, { concurrency: 1 })
  const [first, second] = [await user(theirs), await user(theirs)]
  await theirs.put(`/contacts/${first.id}`, { name: 'Renamed' })
  await deliver()
  const told = receiver.received.map(({ body }) => body.id)
  const replayed = async (request: object) => {
    receiver.received.length = 0
    const { body } = await theirs.post('/app/api/webhooks/replays', { app_id: id, ...request })
    await deliver()
    expect(receiver.received).toHaveLength(body.count)
    return receiver.received.map(({ body }) => body.id)
  }
  expect(await replayed({ topic: 'contact.user.created' })).toEqual(told.slice(0, 2))
  expect(await replayed({ object_type: 'contact', object_id: second.id })).toEqual([told[1]])
  expect(await replayed({ since: clock.now() + 1 })).toEqual([])
  expect(await replayed({ until: clock.now() })).toEqual(told)
  const all = (await theirs.get(`/app/api/webhooks/deliveries?app_id=${id}&per_page=150`)).body.data
  expect(all.filter((each: { replay: boolean }) => !each.replay)).toHaveLength(3)
  const renamed = all.find((each: { topic: string }) => each.topic === topics[1])
  expect(await replayed({ sequence: renamed.sequence })).toEqual([told[2]])
  const { body: again } = await theirs.post(`/app/api/webhooks/deliveries/${all.at(-1).id}/replay`)
  expect(again).toMatchObject({ replay: true, notification_id: told[0] })
  receiver.received.length = 0
  await deliver()
  expect(receiver.received.map(({ body }) => [body.id, body.app_id])).toEqual([[told[0], workspaceId]])
})

test('events that an app never heard of can be told to it afterwards', async () => {
  const receiver = await startReceiver()
  const { api: theirs } = await createWorkspace()
  await user(theirs)
  const { id } = await hook(theirs, receiver.url, [])
  await deliver()
  const { body } = await theirs.post('/app/api/webhooks/replays', {
    app_id: id,
    topic: 'contact.user.created',
  })
  await deliver()
  expect([body.count, receiver.received.length]).toEqual([1, 1])
})

test('a workspace sees and replays what its own apps were told, and nobody else does', async () => {
  const receiver = await startReceiver()
  const { id } = await hook(api, receiver.url, ['contact.user.created'])
  await user()
  await deliver()
  const [delivery] = await deliveriesOf(id)
  const { api: theirs } = await createWorkspace()
  const { api: without } = await createWorkspace({ scopes: ['read_users_and_companies'] })
  expect((await theirs.get('/app/api/webhooks/deliveries')).body.data).toEqual([])
  const refused = [
    theirs.get(`/app/api/webhooks/deliveries?app_id=${id}`),
    theirs.get(`/app/api/webhooks/deliveries/${delivery.id}`),
    theirs.post(`/app/api/webhooks/deliveries/${delivery.id}/replay`),
    theirs.post('/app/api/webhooks/replays', { app_id: id }),
    theirs.put(`/app/api/apps/${id}/webhook`, { url: receiver.url, topics: [] }),
    theirs.post(`/app/api/apps/${id}/webhook/test`),
  ]
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  expect((await without.get('/app/api/webhooks/deliveries')).status).toBe(403)
  await user(theirs)
  await deliver()
  expect(receiver.received).toHaveLength(1)
})
