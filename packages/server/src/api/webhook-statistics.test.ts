import { expect, test } from 'vitest'
import { startReceiver } from '../../test/support/receiver.ts'
import { hook, startHooked } from '../../test/support/webhooks.ts'

const hooked = await startHooked()
const { api, clock, deliver } = hooked
const HOUR = 3600

const statistics = async (of = api) => (await of.get('/app/api/webhooks/statistics')).body
const user = () => api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })

test('how many deliveries there were is told for each of the last 24 hours, by what came of them', async () => {
  const [well, ill] = [await startReceiver(), await startReceiver()]
  await hook(api, well.url, ['contact.user.created'])
  await hook(api, ill.url, ['contact.user.created'])
  ill.answer = (_, response) => response.writeHead(410).end()
  await user()
  await deliver()
  clock.advance(2 * HOUR)
  await user()
  await user()
  await deliver()
  const { type, step, data } = await statistics()
  expect({ type, step }).toEqual({ type: 'webhook_delivery_statistics', step: HOUR })
  const hours = data.map(({ at }: { at: number }) => at)
  const last = clock.now() - (clock.now() % HOUR)
  expect(hours).toEqual(Array.from({ length: 24 }, (_, at) => last - (23 - at) * HOUR))
  const nothing = { delivered: 0, pending: 0, failed: 0 }
  const counts = data.map(({ at: _, ...count }: { at: number }) => count)
  expect(counts.slice(-3)).toEqual([
    { ...nothing, delivered: 1, failed: 1 },
    nothing,
    // One that is gone is told nothing any more: what would have been is dropped.
    { ...nothing, delivered: 2, failed: 2 },
  ])
  expect(counts.slice(0, -3)).toEqual(counts.slice(0, -3).map(() => nothing))
})

test('what has not left yet is pending, and what is older than a day is not counted', async () => {
  clock.advance(25 * HOUR)
  const receiver = await startReceiver()
  await hook(api, receiver.url, ['contact.user.created'])
  receiver.answer = (_, response) => response.writeHead(500).end()
  await user()
  await deliver()
  const { data } = await statistics()
  expect(data.at(-1)).toMatchObject({ pending: 1, delivered: 1 })
  expect(data.slice(0, -1).every((hour: { delivered: number }) => hour.delivered === 0)).toBe(true)
})

test('they are of the apps of a workspace, and for whoever may manage them', async () => {
  const other = await hooked.createWorkspace()
  const { data } = await statistics(other.api)
  expect(data.every((hour: Record<string, number>) => hour['delivered'] === 0 && hour['failed'] === 0)).toBe(
    true,
  )
  const reader = await hooked.createWorkspace({ scopes: ['read_tags'] })
  expect((await reader.api.get('/app/api/webhooks/statistics')).status).toBe(403)
})
