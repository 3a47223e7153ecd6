import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { bareHttp } from './bare-http.ts'
import { type Comparison, compare, comparisons } from './comparisons.ts'
import { httpLoad, request } from './http-load.ts'
import { importRuns } from './imports.ts'
import { loadData, volume } from './load-data.ts'
import { measured } from './operations.ts'
import { Probe } from './probe.ts'
import { printComparisons, printRuns, printTable, type Row } from './report.ts'
import { type Run, runs } from './runs.ts'
import { startServer } from './server.ts'
import { sqlLoad } from './sql-load.ts'

const { values: options } = parseArgs({
  options: {
    /** Share of the full volume: 1 is 200,000 contacts and 1,000,000 parts. */
    scale: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
})

const seconds = Number(options.seconds)
const rounds = Number(options.rounds)
const of = volume(Number(options.scale))
const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-'))
const postgres = await startEmbedded({ dataDir })
try {
  await migrate(postgres.url)
  const probe = await Probe.open(postgres.url)
  await loadData(postgres.url, probe.workspaceId, of, line => console.error(line))
  const fixtures = await probe.prepare(of.articles)
  const rows: Row[] = []
  const server = await startServer(postgres.url, join(dataDir, 'server'))
  for (const operation of measured(of, fixtures)) {
    if (!operation.name.includes(options.only)) continue
    console.error(`measuring ${operation.name}`)
    const headers = {
      authorization: `Bearer ${probe.token}`,
      'intercom-version': 'Preview',
      accept: 'application/json',
    }
    const at = (version: string) => {
      let n = 0
      return () => {
        n += 1
        const body = operation.body?.(n)
        return request(
          operation.method,
          operation.path(n),
          { ...headers, 'intercom-version': version },
          body && JSON.stringify(body),
        )
      }
    }
    const seen = await probe.statementsOf(operation)
    const bare = await bareHttp(seen.answer)
    const row: Row = {
      name: operation.name,
      target: operation.target,
      aim: operation.aim,
      samples: [],
      statements: seen.perRequest,
    }
    for (let round = 0; round < rounds; round += 1) {
      const load = { connections: operation.connections, seconds }
      let k = 0
      const sql = await sqlLoad({
        url: postgres.url,
        ...load,
        connections: operation.method === 'GET' ? 4 : 16,
        seconds,
        next: () => seen.next(k++),
      })
      const newest = await httpLoad({ port: server.port, ...load, next: at('Preview') })
      const http = await httpLoad({ port: bare.port, ...load, next: at('Preview') })
      const oldest = operation.young
        ? undefined
        : await httpLoad({ port: server.port, ...load, next: at('2.7') })
      row.samples.push({ sql, http: http.perSecond, newest, oldest })
    }
    const half = await httpLoad({
      port: server.port,
      connections: operation.connections,
      seconds,
      next: at('Preview'),
      rate: Math.max(1, median(row.samples.map(sample => sample.newest.perSecond)) / 2),
    })
    row.half = half
    row.memory = await server.memory()
    await bare.close()
    rows.push(row)
  }
  const went: Run[] = []
  for (const { name, run } of [...runs(of), ...importRuns(of.contacts)]) {
    if (!name.includes(options.only)) continue
    console.error(`measuring ${name}`)
    went.push({ name, ...(await run({ server, url: postgres.url, workspace: probe })) })
  }
  const compared: Comparison[] = []
  for (const { name, ...comparison } of comparisons(of)) {
    if (!name.includes(options.only)) continue
    console.error(`measuring ${name}`)
    compared.push({ name, ...(await compare(comparison, { server, token: probe.token, seconds, rounds })) })
  }
  await server.stop()
  await probe.close()
  const table = [printTable(rows, of), printRuns(went), printComparisons(compared)].filter(Boolean).join('\n')
  console.log(table)
  if (options.out) await writeFile(options.out, table)
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
