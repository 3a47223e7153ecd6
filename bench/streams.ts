import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { enter } from './enter.ts'
import { startServer } from './server.ts'
import { Crowd } from './stream-crowd.ts'

const { values: options } = parseArgs({
  options: {
    /** Share of 1,000 teammates and 10,000 customers. */
    scale: { type: 'string', default: '0.1' },
    rounds: { type: 'string', default: '10' },
  },
})

/** What is to be reached: kilobytes a stream, and milliseconds until the last teammate has heard. */
const MOST_KB = 20
const MOST_MS = 200

const teammates = Math.round(1_000 * Number(options.scale))
const customers = Math.round(10_000 * Number(options.scale))
const rounds = Number(options.rounds)

interface Told {
  kbPerTeammate: number
  kbPerCustomer: number
  /** From the sending of the request until the last stream has heard. */
  ms: number[]
}

/** As long as what a teammate is told of a new contact. */
const frame = `id: 1\nevent: change\ndata: ${JSON.stringify('x'.repeat(2_000))}\n\n`

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-streams-'))
const postgres = await startEmbedded({ dataDir })
try {
  await migrate(postgres.url)
  const ours = await measureOurs()
  const bare = await measureBare()
  const row = (what: string, a: number, b: number, unit: string, most: number) =>
    `| ${what} | ${a.toFixed(1)} ${unit} | ${b.toFixed(1)} ${unit} | ${(a / b).toFixed(1)} | ${most} ${unit} |`
  const lines = [
    `${teammates} teammates and ${customers} customers at one process; ${rounds} changes told to the teammates.`,
    '',
    '| | Guichet | bare node:http | ratio | target |',
    '|---|---|---|---|---|',
    row('memory of a teammate’s stream', ours.kbPerTeammate, bare.kbPerTeammate, 'KB', MOST_KB),
    row('memory of a customer’s stream', ours.kbPerCustomer, bare.kbPerCustomer, 'KB', MOST_KB),
    row('a change to the last teammate, p50', middle(ours.ms), middle(bare.ms), 'ms', MOST_MS),
    row('a change to the last teammate, slowest', Math.max(...ours.ms), Math.max(...bare.ms), 'ms', MOST_MS),
  ]
  console.log(lines.join('\n'))
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function measureOurs(): Promise<Told> {
  const server = await startServer(postgres.url, join(dataDir, 'server'))
  const { port, stop } = server
  const origin = `http://127.0.0.1:${port}`
  try {
    const { session, token, workspaceId } = await enter(postgres.url, origin)
    const cookie = `guichet_session=${session}`
    const messengers: Record<string, string>[] = []
    for (let n = 0; n < customers; n += 1) {
      const begun = await post(`${origin}/messenger/api/sessions`, { origin }, { app_id: workspaceId })
      const { session } = fieldsOf(begun)
      messengers.push({ authorization: `Bearer ${session}` })
    }
    return await measure({
      pid: server.pid,
      teammates: crowd => crowd.open(port, '/app/api/stream', Array(teammates).fill({ cookie })),
      customers: crowd => crowd.open(port, '/messenger/api/stream', messengers),
      tell: n =>
        post(
          `${origin}/contacts`,
          { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' },
          { role: 'user', external_id: `told ${n}` },
        ),
    })
  } finally {
    await stop()
  }
}

async function measureBare(): Promise<Told> {
  const child: ChildProcess = spawn(
    process.execPath,
    [new URL('./bare-streams.ts', import.meta.url).pathname],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [chunk] = child.stdout ? await once(child.stdout, 'data') : []
  const port = Number(String(chunk))
  try {
    const open = (count: number) => (crowd: Crowd) => crowd.open(port, '/', Array(count).fill({}))
    return await measure({
      pid: child.pid,
      teammates: open(teammates),
      customers: open(customers),
      tell: () => fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: frame }),
    })
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}

async function measure(of: {
  pid: number | undefined
  teammates(crowd: Crowd): Promise<void>
  customers(crowd: Crowd): Promise<void>
  tell(n: number): Promise<unknown>
}): Promise<Told> {
  // What the first streams make the process load and grow to is not theirs.
  const first = new Crowd()
  await of.teammates(first)
  await first.close()
  const [team, public_] = [new Crowd(), new Crowd()]
  const empty = await memoryOf(of.pid)
  await of.customers(public_)
  const withCustomers = await memoryOf(of.pid)
  await of.teammates(team)
  const full = await memoryOf(of.pid)
  const ms: number[] = []
  for (let n = 0; n < rounds; n += 1) {
    const heard = team.next()
    const began = performance.now()
    await of.tell(n)
    ms.push((await heard) - began)
    await delay(200)
  }
  const told = {
    kbPerTeammate: (full - withCustomers) / team.size,
    kbPerCustomer: (withCustomers - empty) / public_.size,
    ms,
  }
  await team.close()
  await public_.close()
  return told
}

/** Resident memory in KB, once it has settled. */
async function memoryOf(pid: number | undefined): Promise<number> {
  await delay(3_000)
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
}

async function post(url: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, {
    ...{ method: 'POST', body: JSON.stringify(body) },
    headers: { ...headers, 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Error(`POST ${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
