import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainJobs } from '../../test/support/jobs.ts'
import { deliverFinEvents, probeFinCallback, removeFinCallback, setFinCallback } from '../domain/fin/index.ts'
import { systemActor } from '../domain/system-actor.ts'
import { guardedEgress } from '../egress/egress.ts'
import { keyOfPassphrase, secretBox } from '../secrets/secret-box.ts'

const { api, id: workspaceId, appId, ownerId, database, clock, origin } = await startGuichet()

await api.post('/articles', {
  ...{ title: 'Change your address', body: '<p>Settings, then Address.</p>' },
  ...{ author_id: ownerId, state: 'published' },
})

const work = () => drainJobs({ database, clock, id: workspaceId })

/** Somebody else's server: it answers what it is told to, and remembers what it was sent. */
interface Received {
  method: string | undefined
  headers: IncomingHttpHeaders
  body: string
}
const received: Received[] = []
let status = 200
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { method, headers } = request
  received.push({ method, headers, body: Buffer.concat(chunks).toString('utf8') })
  response.writeHead(status).end()
})
await new Promise<void>(done => receiver.listen(0, '127.0.0.1', done))
afterAll(() => receiver.close())
beforeEach(() => {
  received.length = 0
  status = 200
})

const address = receiver.address()
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/fin`
const egress = guardedEgress(['127.0.0.1'])
const secrets = secretBox(async () => keyOfPassphrase('test'))
const deliver = () => deliverFinEvents({ database, egress, secrets, now: clock.now() })
const app = () => ({
  ...systemActor({
    workspace: { id: workspaceId, name: 'Test', timezone: 'UTC' },
    operatorId: ownerId,
    now: clock.now(),
  }),
  appId,
})
const call = async (to = url) => {
  await probeFinCallback(app(), to, egress)
  return database.transaction(tx => setFinCallback(tx, app(), { url: to, secrets }))
}

const user = { id: 'event-user' }
const start = (conversation_id: string, body = 'How do I change my address?') =>
  api.post('/fin/start', { conversation_id, user, message: { author: 'user', body } })
const names = () =>
  received.filter(each => each.method === 'POST').map(each => JSON.parse(each.body).event_name)

test('a callback is kept once it has answered, and hears what Fin does in order and signed', async () => {
  const { secret } = await call()
  expect(received.map(each => each.method)).toEqual(['HEAD'])
  await start('call-1')
  await work()
  await deliver()
  expect(names()).toEqual(['fin_replied', 'fin_status_updated'])
  for (const { headers, body } of received.slice(1)) {
    const signature = createHmac('sha256', secret ?? '')
      .update(body)
      .digest('hex')
    expect(headers['x-fin-agent-api-webhook-signature']).toBe(`sha256=${signature}`)
    expect(headers['content-type']).toBe('application/json')
  }
  expect(JSON.parse(received[2]?.body ?? '')).toEqual({
    ...{ event_name: 'fin_status_updated', conversation_id: 'call-1', user_id: 'event-user' },
    ...{ status: 'awaiting_user_reply', created_at_ms: expect.any(String) },
  })
  await deliver()
  expect(names()).toHaveLength(2)
})

test('an app sets, sees and removes its callback, whose secret is told once', async () => {
  const open = await startGuichet({ GUICHET_EGRESS_ALLOW: '127.0.0.1' })
  expect((await open.api.get('/fin/callback')).body).toEqual({ type: 'fin_callback', url: null })
  const { status: done, body: set } = await open.api.put('/fin/callback', { url })
  expect([done, set]).toEqual([
    200,
    { type: 'fin_callback', url, secret: expect.stringMatching(/^[\da-f]{64}$/) },
  ])
  expect(received.map(each => each.method)).toEqual(['HEAD'])
  expect((await open.api.get('/fin/callback')).body).toEqual({ type: 'fin_callback', url })
  status = 500
  const refused = await open.api.put('/fin/callback', { url: `${url}/other` })
  expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'parameter_invalid'])
  expect((await open.api.get('/fin/callback')).body.url).toBe(url)
  const other = await open.createWorkspace()
  expect((await other.api.get('/fin/callback')).body.url).toBeNull()
  const reader = await open.createWorkspace({ scopes: ['read_conversations'] })
  expect((await reader.api.put('/fin/callback', { url })).status).toBe(403)
  expect((await open.api.delete('/fin/callback')).body).toEqual({ type: 'fin_callback', url: null })
})

test('an address that does not answer, or may not be reached, is not kept', async () => {
  status = 404
  await expect(call()).rejects.toThrow('answered a HEAD request with status 404')
  await expect(call('http://10.0.0.1/')).rejects.toThrow('not a public address')
})

test('what a callback refuses is tried again, and holds up nothing but its own conversation', async () => {
  await call()
  await start('call-retry')
  await work()
  received.length = 0
  status = 500
  await deliver()
  expect(names()).toEqual(['fin_replied'])
  status = 200
  await start('call-other')
  await work()
  await deliver()
  expect(names()).toEqual(['fin_replied', 'fin_replied', 'fin_status_updated'])
  clock.advance(11)
  await deliver()
  expect(names().slice(3)).toEqual(['fin_replied', 'fin_status_updated'])
})

test('deliveries that run at once tell each event once', async () => {
  await call()
  await start('call-once')
  await work()
  received.length = 0
  await Promise.all([deliver(), deliver(), deliver()])
  expect(names()).toEqual(['fin_replied', 'fin_status_updated'])
})

test('an app without a callback is called no more', async () => {
  await call()
  await database.transaction(tx => removeFinCallback(tx, app()))
  received.length = 0
  await start('call-none')
  await work()
  await deliver()
  expect(received).toEqual([])
})

/** The lines of a stream that has begun, until it ends. */
async function follow(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers })
  const events = response.text().then(text => text.split('\n\n').filter(each => each.includes('data: ')))
  return { response, events }
}

const dataOf = (frame: string) => JSON.parse(frame.match(/^data: (.*)$/m)?.[1] ?? '')
const idOf = (frame: string) => frame.match(/^id: (\d+)$/m)?.[1] ?? ''

test('a stream tells what happens while it is open, and ends with the turn', async () => {
  const { body } = await start('stream-live')
  const { response, events } = await follow(body.sse_subscription_url)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  await work()
  const told = (await events).map(dataOf)
  expect(told.map(each => each.event_name)).toEqual(['fin_reply_chunk', 'fin_replied', 'fin_status_updated'])
})

test('a stream that broke goes on behind the last event it had, and is told when there is no more', async () => {
  const { body } = await start('stream-resumed')
  await work()
  const frames = await (await follow(body.sse_subscription_url)).events
  const rest = await follow(body.sse_subscription_url, { 'last-event-id': idOf(frames[0] ?? '') })
  expect(await rest.events).toEqual(frames.slice(1))
  const end = await follow(body.sse_subscription_url, { 'last-event-id': idOf(frames.at(-1) ?? '') })
  expect(end.response.status).toBe(204)
})

test('the stream of a reply begins with the reply', async () => {
  await start('stream-reply')
  await work()
  const message = { author: 'user', body: 'thanks!' }
  const { body } = await api.post('/fin/reply', { conversation_id: 'stream-reply', user, message })
  await work()
  const told = (await (await follow(body.sse_subscription_url)).events).map(dataOf)
  expect(told.map(each => each.status ?? each.event_name)).toEqual(['resolved', 'complete', 'csat_requested'])
})

test('ids of any characters find their stream', async () => {
  const { body } = await start('stream: 1/ü&x')
  await work()
  expect(await (await follow(body.sse_subscription_url)).events).not.toEqual([])
})

// Last, for it moves the clock far on.
test('a stream opens for its token alone, while it lasts', async () => {
  const { body } = await start('stream-token')
  const { body: other } = await start('stream-other')
  const address = new URL(body.sse_subscription_url)
  const at = (changes: Record<string, string>) => {
    const changed = new URL(address)
    for (const [name, value] of Object.entries(changes)) changed.searchParams.set(name, value)
    return changed.href
  }
  const token = address.searchParams.get('accessToken') ?? ''
  const wrong = [
    at({ accessToken: `${token.slice(0, -2)}xx` }),
    at({ accessToken: 'nonsense' }),
    at({ channels: new URL(other.sse_subscription_url).searchParams.get('channels') ?? '' }),
    at({ channels: 'fin_agent_api:nowhere1:stream-token' }),
    `${origin}/event-stream`,
  ]
  for (const each of wrong) expect((await fetch(each)).status).toBe(401)
  clock.advance(181)
  expect((await fetch(address)).status).toBe(401)
})
