import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainEvents, happened } from '../../test/support/happened.ts'
import { makeDatabase } from '../../test/support/own-database.ts'
import { openDatabase } from '../db/database.ts'
import { systemActor } from '../domain/system-actor.ts'
import { append, type Happening } from './append.ts'
import { EventSignals } from './event-signals.ts'
import { notificationId, type Stretch } from './logged-event.ts'
import { readEvents, readStream } from './read-events.sql.ts'
import { sequenceEvents } from './sequence-events.ts'

/** Nobody else places the events of these tests. */
const databaseUrl = await makeDatabase()
const guichet = await startGuichet({ DATABASE_URL: databaseUrl })
const { database, clock, createWorkspace } = guichet

const actorOf = ({ id, botId }: { id: string; botId: number }) =>
  systemActor({ workspace: { id, name: 'Test', timezone: 'UTC' }, operatorId: botId, now: clock.now() })

const about = (id: string): Happening => ({ topic: 'contact.user.updated', object: { type: 'contact', id } })

test('the events of a workspace are numbered 1, 2, 3 and so on, whatever happens in others', async () => {
  const [one, two] = [await createWorkspace(), await createWorkspace()]
  for (const id of ['a', 'b', 'c'])
    for (const each of [one, two]) await database.transaction(tx => append(tx, actorOf(each), about(id)))
  await drainEvents(guichet)
  await database.transaction(tx => append(tx, actorOf(two), about('d'), about('e')))
  const told = async (of: { id: string }) =>
    (await happened({ database, id: of.id })).map(({ sequence, object }) => [sequence, object.id])
  expect(await told(one)).toEqual([[1, 'a'], [2, 'b'], [3, 'c']]) // biome-ignore format: a table
  expect(await told(two)).toEqual([[1, 'a'], [2, 'b'], [3, 'c'], [4, 'd'], [5, 'e']]) // biome-ignore format: a table
  expect(await readStream(database.read, two.id)).toEqual({ last: 5, trimmedTo: 0 })
})

test('an event that commits late comes after those that were told before it, and is not passed over', async () => {
  const own = await createWorkspace()
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  const { promise: drawn, resolve: drew } = Promise.withResolvers<void>()
  const late = database.transaction(async tx => {
    await append(tx, actorOf(own), about('late'))
    drew()
    await gate
  })
  await drawn
  await database.transaction(tx => append(tx, actorOf(own), about('early')))
  expect((await happened({ database, id: own.id })).map(each => each.object.id)).toEqual(['early'])
  open()
  await late
  const all = await happened({ database, id: own.id })
  expect(all.map(({ sequence, object }) => [sequence, object.id])).toEqual([[1, 'early'], [2, 'late']]) // biome-ignore format: a table
  expect(all[0]?.id).toBeGreaterThan(all[1]?.id ?? 0)
})

test('changes of one object at once are told in the order in which they were made', async () => {
  const own = await createWorkspace()
  const contact = (await own.api.post('/contacts', { email: 'busy@example.com' })).body.id
  const sequencing = setInterval(() => void drainEvents(guichet), 1)
  const names = Array.from({ length: 40 }, (_, n) => `name ${n}`)
  await Promise.all(names.map(name => own.api.put(`/contacts/${contact}`, { name })))
  clearInterval(sequencing)
  const events = await happened({ database, id: own.id })
  expect(events.map(event => event.sequence)).toEqual(events.map((_, n) => n + 1))
  const ids = events.filter(event => event.object.id === contact).map(event => event.id)
  expect(ids).toHaveLength(41)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
})

test('two who sequence at once give no place twice', async () => {
  const own = await createWorkspace()
  const other = openDatabase(databaseUrl)
  for (let n = 0; n < 100; n += 1)
    await database.transaction(tx => append(tx, actorOf(own), about(`${n}`), about(`${n}`)))
  await Promise.all([
    sequenceEvents({ database, planners: [], batch: 7 }),
    sequenceEvents({ database: other, planners: [], batch: 11 }),
  ])
  await other.close()
  const events = await happened({ database, id: own.id })
  expect(events.map(event => event.sequence)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
  expect(new Set(events.map(event => event.id)).size).toBe(200)
})

test('what follows from events is planned once, with their places or not at all', async () => {
  const [well, ill] = [await createWorkspace(), await createWorkspace()]
  for (const each of [well, ill]) await database.transaction(tx => append(tx, actorOf(each), about('x')))
  const planned: string[] = []
  let failing = true
  const planner = async (_: unknown, stretches: Stretch[]) => {
    if (failing && stretches.some(({ workspaceId }) => workspaceId === ill.id))
      throw new Error('cannot plan this')
    planned.push(...stretches.map(({ workspaceId, first, last }) => `${workspaceId} ${first}-${last}`))
  }
  const run = () => sequenceEvents({ database, planners: [planner] })
  await expect(run()).rejects.toThrow('cannot plan this')
  expect(planned).toEqual([`${well.id} 1-1`])
  expect(await readEvents(database.read, ill.id, 0, 10)).toEqual([])
  failing = false
  await run()
  await run()
  expect(planned).toEqual([`${well.id} 1-1`, `${ill.id} 1-1`])
})

test('an event keeps the id under which the world knows it', () => {
  expect(notificationId({ workspaceId: 'ecahpwf5', id: 17 })).toBe(
    'notif_b87a1ae0-d8a9-8017-b700-a82026162a6c',
  )
})

test('whoever listens hears how far a workspace came, and that something may have been missed', () => {
  const signals = new EventSignals()
  const heard: unknown[] = []
  const end = signals.subscribe(reached => heard.push(reached), 'here')
  signals.hear('{"here": 3, "there": 8}')
  signals.missed()
  end()
  signals.hear('{"here": 4}')
  expect(heard).toEqual([{ workspaceId: 'here', sequence: 3 }, undefined])
})
