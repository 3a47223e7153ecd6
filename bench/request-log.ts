import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fieldsOf } from '@guichet/contract/fields.ts'
import { openDatabase } from '../packages/server/src/db/database.ts'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { issueToken } from '../packages/server/src/domain/token/index.ts'
import { findOwner, listWorkspaces } from '../packages/server/src/domain/workspace/index.ts'
import { httpLoad, request } from './http-load.ts'
import { type Server, startServer } from './server.ts'

/**
 * What the log of requests costs on the shortest way there is, `GET /tags/{id}`: two servers on one database, one of which keeps no
 * log, in turns. Processor time of a request counts, not its latency, so that the neighbours on a machine do not; `of` is all of
 * Guichet's: the server, and PostgreSQL, which writes the log.
 */
const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '1' }, rounds: { type: 'string', default: '12' } },
})
const CONNECTIONS = 16

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-requests-'))
const postgres = await startEmbedded({ dataDir })
try {
  await migrate(postgres.url)
  const logging = await startServer(postgres.url, join(dataDir, 'with'))
  const silent = await startServer(postgres.url, join(dataDir, 'without'), { GUICHET_API_LOG_DAYS: '0' })
  const token = await tokenOf(postgres.url)
  const made = await fetch(`http://127.0.0.1:${logging.port}/tags`, {
    ...{ method: 'POST', body: '{"name": "Measured"}' },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  const { id } = fieldsOf(await made.json())
  const bytes = request('GET', `/tags/${id}`, { authorization: `Bearer ${token}`, 'user-agent': 'bench' })
  const rounds: { withLog: Cost; without: Cost }[] = []
  for (let round = 0; round < Number(options.rounds); round += 1) {
    // Whoever comes first has the machine in another state than whoever comes second.
    const turns = round % 2 === 0 ? [logging, silent] : [silent, logging]
    const costs = new Map<Server, Cost>()
    for (const server of turns) costs.set(server, await cost(server, bytes))
    const [withLog, without] = [costs.get(logging), costs.get(silent)]
    if (withLog && without) rounds.push({ withLog, without })
  }
  const row = (what: string, of: (cost: Cost) => number) => {
    const [a, b] = [rounds.map(each => of(each.withLog)), rounds.map(each => of(each.without))].map(middle)
    const more = middle(rounds.map(each => of(each.withLog) / of(each.without))) - 1
    return `| ${what} | ${a?.toFixed(1)} us | ${b?.toFixed(1)} us | ${(more * 100).toFixed(1)} % |`
  }
  console.log(
    [
      '| Processor time of GET a tag | with the log | without | the log costs |',
      '|---|---|---|---|',
      row('in the server', each => each.server),
      row('in the server and PostgreSQL', each => each.all),
    ].join('\n'),
  )
  await logging.stop()
  await silent.stop()
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** Microseconds of a request. */
interface Cost {
  server: number
  all: number
}

async function cost(server: Server, bytes: Buffer): Promise<Cost> {
  const before = await usedBy(server)
  const { requests, failures } = await httpLoad({
    ...{ port: server.port, connections: CONNECTIONS, seconds: Number(options.seconds), next: () => bytes },
  })
  if (failures > 0) throw new Error(`${failures} requests failed`)
  // What was noted last is written within a second.
  await delay(1_500)
  const after = await usedBy(server)
  // Those of the moments before it is counted are a sixth more.
  const all = requests * ((Number(options.seconds) + 0.5) / Number(options.seconds))
  return {
    server: ((after.server - before.server) / all) * 1e6,
    all: ((after.server + after.postgres - before.server - before.postgres) / all) * 1e6,
  }
}

async function usedBy(server: Server): Promise<{ server: number; postgres: number }> {
  return { server: (await server.cpu()) ?? 0, postgres: await cpuBelow(await postmaster()) }
}

async function postmaster(): Promise<number> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  return Number(text.split('\n')[0])
}

/** Seconds of processor time of a process, with its children that are there and those that have ended. */
async function cpuBelow(pid: number): Promise<number> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const stats = await Promise.all(
    [pid, ...children.split(' ').filter(Boolean)].map(each =>
      readFile(`/proc/${each}/stat`, 'utf8').catch(() => ''),
    ),
  )
  const [own = [], ...others] = stats.map(text =>
    text
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number),
  )
  const sum = (fields: number[], ...at: number[]) => at.reduce((total, n) => total + (fields[n] ?? 0), 0)
  return (sum(own, 11, 12, 13, 14) + others.reduce((total, fields) => total + sum(fields, 11, 12), 0)) / 100
}

async function tokenOf(databaseUrl: string): Promise<string> {
  const database = openDatabase(databaseUrl)
  const now = Math.floor(Date.now() / 1000)
  try {
    return await database.unguarded.transaction(async tx => {
      const [workspace] = await listWorkspaces(tx)
      const { workspaceId, appId, adminId } = await findOwner(tx, workspace?.id ?? '')
      const issued = { workspaceId, appId, adminId, label: 'bench', scopes: ['all'], now }
      return (await issueToken(tx, issued)).token
    })
  } finally {
    await database.close()
  }
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
