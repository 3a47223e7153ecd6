import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { happened } from '../../test/support/happened.ts'
import { checkItems, itemAt } from '../../test/support/items.ts'
import { APP_CHANNEL } from '../domain/app/index.ts'

const guichet = await startGuichet()
const { database, createWorkspace } = guichet

/** The requests that were announced, once there are as many. */
async function announced(id: string, many: number) {
  for (let tries = 0; tries < 100; tries += 1) {
    const all = await happened({ database, id }, { topics: ['api.request.completed'] })
    const events = all.filter(({ payload }) => payload['path'] !== '/me')
    if (events.length >= many) return events
    await delay(50)
  }
  return []
}

test('requests are announced where an app hears of them, and nowhere else', async () => {
  const [hearing, deaf] = [await createWorkspace(), await createWorkspace()]
  await database.unguarded.transaction(async tx => {
    await tx
      .updateTable('app_registrations')
      .set({ webhook_url: 'https://example.com/hook', webhook_topics: ['api.request.completed'] })
      .where('owner_workspace_id', '=', hearing.id)
      .execute()
    await sql`select pg_notify(${APP_CHANNEL}, '')`.execute(tx)
  })
  // That the app hears is told to the server beside what is asked of it.
  const topics = ['api.request.completed'] as const
  const heard = async () => {
    await hearing.api.get('/me')
    return (await happened({ database, id: hearing.id }, { topics })).length
  }
  await expect.poll(heard).toBeGreaterThan(0)
  for (const each of [hearing, deaf]) {
    await each.api.get('/tags?page=1')
    await each.api.get('/contacts/nobody')
    await each.api.get('/events_feed')
  }
  const events = await announced(hearing.id, 2)
  expect(events.map(event => event.payload)).toEqual([
    { method: 'GET', path: '/tags', status: 200 },
    { method: 'GET', path: '/contacts/nobody', status: 404 },
  ])
  expect(await happened({ database, id: deaf.id })).toEqual([])
  const of = { ...hearing, database, clock: guichet.clock }
  await checkItems(of, events)
  const [first] = events
  expect(first && (await itemAt(of, first))('2.16')).toMatchObject({ type: 'api.request', path: '/tags' })
})
