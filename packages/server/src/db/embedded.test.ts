import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from './embedded.ts'
import { isAlive } from './embedded-running.ts'

let dataDir = ''
beforeAll(async () => {
  // Long enough that the socket cannot live inside it.
  dataDir = await mkdtemp(join(tmpdir(), `guichet-embedded-${'x'.repeat(80)}-`))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

test('what was written outlives a stop', async () => {
  const first = await startEmbedded({ dataDir })
  await query(first.url, 'create table kept (n int)')
  expect(await query(first.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  const pid = await postmasterPid()
  await first.stop()
  expect(await isAlive(pid)).toBe(false)

  const second = await startEmbedded({ dataDir })
  expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
  await second.stop()
})

test('a second process joins the database, and leaves it running', async () => {
  const owner = await startServerProcess()
  const guest = await startEmbedded({ dataDir })
  expect(guest.url).toBe(owner.url)
  await guest.stop()
  expect(await query(owner.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await kill(owner)
  const after = await startEmbedded({ dataDir })
  await after.stop()
})

test('after a SIGKILL everything acknowledged is there, and PostgreSQL does not stay behind', async () => {
  const owner = await startServerProcess()
  await query(owner.url, 'insert into kept values (1)')
  const pid = await postmasterPid()
  await kill(owner)
  await expect.poll(() => isAlive(pid)).toBe(false)

  const next = await startEmbedded({ dataDir })
  expect(await query(next.url, 'select n from kept')).toEqual([{ n: 1 }])
  await next.stop()
})

test('a start right after a SIGKILL gets its own PostgreSQL', async () => {
  await kill(await startServerProcess())
  const next = await startEmbedded({ dataDir })
  expect(await query(next.url, 'select n from kept')).toEqual([{ n: 1 }])
  await next.stop()
})

test('a lock file whose process is gone, or is another program by now, does not stand in the way', async () => {
  for (const pid of [process.pid, 2 ** 22 - 1]) {
    await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), `${pid}\n/x\n1\n5432\n/nowhere\n\n`)
    const next = await startEmbedded({ dataDir })
    await next.stop()
  }
})

interface ServerProcess {
  url: string
  process: ReturnType<typeof spawn>
}

async function startServerProcess(): Promise<ServerProcess> {
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
    console.log((await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })).url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(child.stdout, 'data')
  return { url: String(url).trim(), process: child }
}

async function kill(server: ServerProcess): Promise<void> {
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
}

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
