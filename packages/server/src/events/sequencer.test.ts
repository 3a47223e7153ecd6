import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { makeDatabase } from '../../test/support/own-database.ts'
import { ownEnvironment, type ServerProcess, startServerProcess } from '../../test/support/server-process.ts'
import { readEvents } from './read-events.sql.ts'

/** The servers of this test alone place its events. */
const databaseUrl = await makeDatabase()
const guichet = await startGuichet({ DATABASE_URL: databaseUrl })
const { database, id, token } = guichet
const home = await mkdtemp(join(tmpdir(), 'guichet-sequencer-'))
const servers: ServerProcess[] = []
afterAll(async () => {
  for (const server of servers) await server.end()
  await rm(home, { recursive: true, force: true })
})

const start = async (name: string) => {
  const server = await startServerProcess({ ...ownEnvironment(join(home, name)), DATABASE_URL: databaseUrl })
  servers.push(server)
  const api = new Api(server.origin, token)
  return {
    ...server,
    write: async (): Promise<string> => (await api.post('/contacts', { role: 'lead' })).body.id,
  }
}

/** The connection of the process that sequences. */
const leader = async (): Promise<number | undefined> => {
  const { rows } = await sql<{ pid: number }>`select a.pid from pg_stat_activity a join pg_locks l using (pid)
    where a.application_name = 'guichet leader' and a.datname = current_database()
      and l.locktype = 'advisory' and l.granted`.execute(database.unguarded.read)
  return rows[0]?.pid
}

const placed = async () =>
  (await readEvents(database.read, id, 0, 100)).map(({ sequence, object }) => [sequence, object.id])
const numbered = (ids: string[]) => ids.map((each, at) => [at + 1, each])
test('when the process that sequences is killed another takes over, and goes on where it was', async () => {
  const first = await start('first')
  await expect.poll(leader).toBeTypeOf('number')
  const before = await leader()
  const second = await start('second')
  expect(await leader()).toBe(before)
  const ids = [await first.write(), await second.write()]
  await expect.poll(placed).toEqual(numbered(ids))
  await first.end('SIGKILL')
  ids.push(await second.write())
  await expect.poll(placed).toEqual(numbered(ids))
  expect(await leader()).not.toBe(before)
  expect(await leader()).toBeTypeOf('number')
}, 180_000)
