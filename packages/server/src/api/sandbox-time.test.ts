import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()

async function sandbox() {
  const { body } = await (await guichet.createWorkspace()).api.post('/sandboxes', { name: 'Trying' })
  return new Api(guichet.origin, body.access_token)
}

const start = async (api: Api, id: string) => {
  const message = { author: 'user', body: 'How do I change my address?' }
  const { body } = await api.post('/fin/start', { conversation_id: id, user: { id: 'someone' }, message })
  return String(body.sse_subscription_url)
}

test('the stream of Fin in a sandbox opens and ends by the clock of the sandbox', async () => {
  const api = await sandbox()
  await api.put('/sandbox/clock', { advance: 86_400, frozen: true })
  const open = await fetch(await start(api, 'open'))
  const early = await start(api, 'late')
  expect(open.status).toBe(200)
  await api.put('/sandbox/clock', { advance: 181 })
  // The one that is open ends, and none is opened with a token of before.
  await open.text()
  expect((await fetch(early)).status).toBe(401)
  const late = await fetch(await start(api, 'again'))
  expect(late.status).toBe(200)
  await late.body?.cancel()
})

test('an answer kept for an Idempotency-Key is forgotten a day later by the clock of its sandbox', async () => {
  const api = await sandbox()
  const make = (name: string) =>
    api.post('/tags', { name }, { headers: { 'idempotency-key': `key of ${name}` } })
  const isReplay = async (name: string) => (await make(name)).headers.has('idempotent-replayed')
  await make('Kept')
  await api.put('/sandbox/clock', { advance: 86_000 })
  expect(await isReplay('Kept')).toBe(true)
  await api.put('/sandbox/clock', { advance: 86_401 })
  expect(await isReplay('Kept')).toBe(false)
})
