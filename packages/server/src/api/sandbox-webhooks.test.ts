import { expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { drainEvents } from '../../test/support/happened.ts'
import { startReceiver } from '../../test/support/receiver.ts'
import { hook, startHooked } from '../../test/support/webhooks.ts'

const hooked = await startHooked()

/** A sandbox of a workspace of its own, with an app that hears of its contacts. */
async function sandbox(more: object = {}) {
  const maker = await hooked.createWorkspace()
  const { body } = await maker.api.post('/sandboxes', { name: 'Trying', seed: 'empty' })
  const api = new Api(hooked.origin, body.access_token)
  const receiver = await startReceiver()
  const topics = ['contact.user.created', 'contact.user.updated']
  const app = await hook(api, receiver.url, topics, more)
  const heard = () => receiver.received.map(({ body: { topic, data } }) => [topic, data.item.external_id])
  const ids = () => receiver.received.map(({ body: { id } }) => id)
  const create = async (external_id: string) => (await api.post('/contacts', { external_id })).body.id
  return { api, app, id: body.workspace_id, maker, receiver, heard, ids, create }
}

const CREATED = 'contact.user.created'

test('a notification that is duplicated comes twice under one id, and only where the fault says so', async () => {
  const { api, create, heard, ids } = await sandbox()
  await api.post('/sandbox/faults', { kind: 'webhook_duplicate', route: 'contact.**.created', count: 1 })
  const id = await create('twice')
  await api.put(`/contacts/${id}`, { name: 'Once' })
  await create('once')
  await hooked.deliver()
  expect(heard().toSorted()).toEqual([
    ...[[CREATED, 'once'], [CREATED, 'twice'], [CREATED, 'twice']], // biome-ignore format: a table
    ['contact.user.updated', 'twice'],
  ])
  expect(new Set(ids()).size).toBe(3)
  const { data } = (await api.get('/sandbox/faults')).body
  expect(data).toMatchObject([{ kind: 'webhook_duplicate', seen: 1, struck: 1 }])
})

test('one that is reordered comes after what happens in the next seconds of the sandbox', async () => {
  const { api, create, heard } = await sandbox({ ordered: true })
  await api.post('/sandbox/faults', { kind: 'webhook_reorder', route: CREATED, count: 1 })
  const id = await create('late')
  await api.put(`/contacts/${id}`, { name: 'Early' })
  await hooked.deliver()
  expect(heard()).toEqual([['contact.user.updated', 'late']])
  await api.put('/sandbox/clock', { advance: 4 })
  await create('meanwhile')
  await hooked.deliver()
  expect(heard().slice(1)).toEqual([[CREATED, 'meanwhile']])
  await api.put('/sandbox/clock', { advance: 1 })
  await hooked.deliver()
  expect(heard().slice(2)).toEqual([[CREATED, 'late']])
})

test('chance strikes the same notifications for the same seed', async () => {
  const struck = async (seed: number): Promise<(number | undefined)[]> => {
    const { api, create, ids } = await sandbox({ ordered: true })
    await api.post('/sandbox/faults', { kind: 'webhook_duplicate', probability: 0.5, seed })
    for (let at = 0; at < 12; at += 1) await create(`n${at}`)
    await hooked.deliver()
    const counts = Map.groupBy(ids(), id => id)
    const { events } = (await api.get(`/events_feed?topic=${CREATED}`)).body
    return events.map(({ id }: { id: string }) => counts.get(id)?.length)
  }
  const [first, again, other] = [await struck(7), await struck(7), await struck(8)]
  expect(first).toHaveLength(12)
  expect(new Set(first)).toEqual(new Set([1, 2]))
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test('other workspaces hear everything once and at once', async () => {
  const { api, create, maker, receiver, heard } = await sandbox()
  for (const kind of ['webhook_duplicate', 'webhook_reorder']) await api.post('/sandbox/faults', { kind })
  await hook(maker.api, receiver.url, [CREATED])
  await maker.api.post('/contacts', { external_id: 'normal' })
  await create('held back')
  await hooked.deliver()
  expect(heard()).toEqual([[CREATED, 'normal']])
  await api.put('/sandbox/clock', { advance: 5 })
  await hooked.deliver()
  expect(heard().slice(1)).toEqual([
    [CREATED, 'held back'],
    [CREATED, 'held back'],
  ])
})

test('a fault that is switched off strikes nothing any more', async () => {
  const { api, create, heard } = await sandbox()
  await api.post('/sandbox/faults', { kind: 'webhook_duplicate' })
  await create('before')
  await drainEvents(hooked)
  await api.delete('/sandbox/faults')
  await create('after')
  await hooked.deliver()
  expect(
    heard()
      .map(([, who]) => who)
      .toSorted(),
  ).toEqual(['after', 'before', 'before'])
})
