import { once } from 'node:events'
import { request } from 'node:http'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startAnother } from '../../test/support/another-server.ts'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { forgetKeys } from '../domain/keyed-request/index.ts'

const guichet = await startGuichet()
const { api, database, clock, id: workspaceId, createWorkspace } = guichet

const attribute = (name: string) => ({ name, model: 'contact', data_type: 'string' })
const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })
const isReplay = ({ headers }: { headers: Headers }) => headers.get('idempotent-replayed') === 'true'

test('a request with a key is done once, and answered as often as it is sent', async () => {
  const first = await api.post('/data_attributes', attribute('Keyed'), keyed('one'))
  const again = await api.post('/data_attributes', attribute('Keyed'), keyed('one'))
  expect([first.status, isReplay(first)]).toEqual([200, false])
  expect([again.status, again.body, isReplay(again)]).toEqual([200, first.body, true])
  expect((await api.post('/data_attributes', attribute('Keyed'), keyed('two'))).status).toBe(400)
})

test('an empty answer is replayed as empty', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Deleted once' })
  expect((await api.delete(`/tags/${tag.id}`, undefined, keyed('delete'))).status).toBe(200)
  const again = await api.delete(`/tags/${tag.id}`, undefined, keyed('delete'))
  expect([again.status, again.body, isReplay(again)]).toEqual([200, undefined, true])
})

test('a key belongs to one request: another body, path or version with it is a conflict', async () => {
  await api.post('/data_attributes', attribute('Claimed'), keyed('claimed'))
  const others = [
    api.post('/data_attributes', attribute('Other'), keyed('claimed')),
    api.post('/tags', { name: 'Other' }, keyed('claimed')),
    api.at('2.14').post('/data_attributes', attribute('Claimed'), keyed('claimed')),
  ]
  for (const { status, body } of await Promise.all(others))
    expect([status, body.errors[0].code]).toEqual([409, 'conflict'])
  const { api: theirs } = await createWorkspace()
  expect(isReplay(await theirs.post('/data_attributes', attribute('Claimed'), keyed('claimed')))).toBe(false)
})

test('a request that was refused leaves its key free', async () => {
  expect((await api.post('/tags', {}, keyed('free'))).status).toBe(400)
  expect((await api.post('/tags', { name: 'Free' }, keyed('free'))).status).toBe(200)
})

test('the same request at once is done once', async () => {
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => api.post('/data_attributes', attribute('At once'), keyed('at once'))),
  )
  expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1)
  expect(sent.filter(isReplay)).toHaveLength(5)
})

test('a key has its length', async () => {
  expect((await api.post('/tags', { name: 'Long' }, keyed('x'.repeat(5000)))).status).toBe(400)
})

test('a POST repeated after its caller hung up is not done twice', async () => {
  const { origin, server } = await startAnother(clock)
  const there = new Api(origin, guichet.token)
  const release = await holdNames()
  const hungUp = once(server, 'connection').then(([socket]) => once(socket, 'close'))
  const first = request(`${origin}/data_attributes`, {
    ...{ method: 'POST', agent: false },
    headers: {
      authorization: `Bearer ${guichet.token}`,
      'intercom-version': 'Preview',
      'content-type': 'application/json',
    },
  })
  first.on('error', () => {})
  first.end(JSON.stringify(attribute('Hung up')))
  await expect.poll(waiting).toBe(true)
  first.destroy()
  await hungUp
  const retry = there.post('/data_attributes', attribute('Hung up'))
  release()
  const answer = await retry
  expect([answer.status, isReplay(answer), answer.body.name]).toEqual([200, true, 'Hung up'])
  expect((await there.post('/data_attributes', attribute('Hung up'))).status).toBe(400)
})

test('a POST repeated after it was answered is a new request', async () => {
  await api.post('/data_attributes', attribute('Answered'))
  const again = await api.post('/data_attributes', attribute('Answered'))
  expect([again.status, isReplay(again)]).toEqual([400, false])
})

test('an answer is forgotten a day after it was kept', async () => {
  const there = await createWorkspace()
  await there.api.post('/data_attributes', attribute('Kept'), keyed('kept'))
  const again = () => there.api.post('/data_attributes', attribute('Kept'), keyed('kept'))
  await forgetKeys(database, clock.now() + DAY, there.id)
  expect(isReplay(await again())).toBe(true)
  await forgetKeys(database, clock.now() + DAY + 1, there.id)
  expect((await again()).status).toBe(400)
})

const DAY = 86_400

/** Holds what the making of an attribute waits for, until released. */
async function holdNames(): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const holding = database.transaction(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('data_attribute names'), hashtext(${workspaceId}))`.execute(
      tx,
    )
    held.resolve()
    await released.promise
  })
  holding.catch(held.reject)
  await held.promise
  return released.resolve
}

async function waiting(): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks
    where locktype = 'advisory' and not granted and objid = (hashtext(${workspaceId})::bigint & 4294967295)::oid
  `.execute(database.unguarded.read)
  return rows.length > 0
}
