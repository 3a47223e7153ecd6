import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { listen } from './listen.ts'

test('a database that is away is asked for one attempt after the other, however long it takes', async () => {
  const attempts: number[] = []
  const open = new Set<Socket>()
  let isAway = false
  const database = new URL(inject('databaseUrl'))
  const folder = database.searchParams.get('host') ?? ''
  const name = `.s.PGSQL.${database.searchParams.get('port') ?? database.port}`
  const own = await mkdtemp(join(tmpdir(), 'guichet-listen-'))
  const proxy = createServer(socket => {
    if (isAway) {
      attempts.push(performance.now())
      socket.destroy()
      return
    }
    const there = connect(join(folder, name))
    open.add(socket)
    for (const each of [socket, there]) each.on('error', () => {})
    socket.pipe(there).pipe(socket)
  }).listen(join(own, name))
  await once(proxy, 'listening')
  database.searchParams.set('host', own)
  const onGap = vi.fn()
  const listener = await listen(database.href, { channels: { gone: () => {} }, onGap })
  afterAll(async () => {
    proxy.close()
    await rm(own, { recursive: true, force: true })
  })
  isAway = true
  for (const socket of open) socket.destroy()
  await expect.poll(() => attempts.length).toBeGreaterThanOrEqual(4)
  const [first = 0, , , fourth = 0] = attempts
  expect(fourth - first).toBeGreaterThan(1_400)
  isAway = false
  const gaps = onGap.mock.calls.length
  await expect.poll(() => onGap.mock.calls.length).toBeGreaterThan(gaps)
  await listener.close()
})
