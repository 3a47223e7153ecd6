import { cpus, totalmem } from 'node:os'
import type { Comparison } from './comparisons.ts'
import type { LoadResult } from './http-load.ts'
import type { Volume } from './load-data.ts'
import type { Run } from './runs.ts'

export interface Sample {
  /** Requests per second that the database alone would allow. */
  sql: number
  /** Requests per second of bare Fastify answering the same bytes. */
  http: number
  newest: LoadResult
  oldest: LoadResult | undefined
}

export interface Row {
  name: string
  target: number
  aim: number
  statements: number
  samples: Sample[]
  /** Under half of the throughput at the newest version. */
  half?: LoadResult
  memory?: number
}

/** The figures as a page of Markdown; medians over the rounds, ratios within a round. */
export function printTable(rows: Row[], of: Volume): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory`
  return [
    `${machine}; ${count(of.contacts)} contacts, ${count(of.companies)} companies, ${count(of.conversations)} conversations, ${count(of.parts)} parts, ${count(of.articles)} articles.`,
    '',
    ...(rows.length === 0 ? [] : [HEAD, ...rows.map(printRow), '']),
  ].join('\n')
}

const HEAD = [
  '| Operation | statements | req/s | SQL alone | HTTP alone | share of limit | target / aim | at 2.7 | p50 / p95 / p99 ms at half load | memory MB |',
  '|---|---|---|---|---|---|---|---|---|---|',
].join('\n')

/** What goes through many rows, beside a bare query that goes through as many. */
export function printRuns(runs: Run[]): string {
  if (runs.length === 0) return ''
  return [
    '| Run | rows | rows/s | bare query rows/s | share | peak memory MB |',
    '|---|---|---|---|---|---|',
    ...runs.map(({ name, rows, perSecond, bare, memory }) => {
      const cells = [name, count(rows), count(perSecond), count(bare), percent(perSecond / bare), memory]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
}

/** What the server's processor pays for an old version. */
export function printComparisons(comparisons: Comparison[]): string {
  if (comparisons.length === 0) return ''
  return [
    '| Server CPU | newest, us | at 2.7, us | more | at most |',
    '|---|---|---|---|---|',
    ...comparisons.map(({ name, newest, oldest, most }) => {
      const cells = [name, count(newest), count(oldest), percent(oldest / newest - 1), percent(most)]
      return `| ${cells.join(' | ')} |`
    }),
    '',
  ].join('\n')
}

function printRow(row: Row): string {
  const share = middle(row.samples.map(sample => sample.newest.perSecond / limitOf(sample)))
  const old = row.samples.flatMap(({ oldest, newest }) =>
    oldest ? [oldest.perSecond / newest.perSecond] : [],
  )
  const failures = row.samples.reduce(
    (sum, { newest, oldest }) => sum + newest.failures + (oldest?.failures ?? 0),
    0,
  )
  const cells = [
    row.name + (failures > 0 ? ` (${failures} failed)` : ''),
    row.statements,
    count(middle(row.samples.map(sample => sample.newest.perSecond))),
    count(middle(row.samples.map(sample => sample.sql))),
    count(middle(row.samples.map(sample => sample.http))),
    percent(share),
    `${percent(row.target)} / ${percent(row.aim)}`,
    old.length === 0 ? '–' : percent(middle(old)),
    row.half ? [row.half.p50, row.half.p95, row.half.p99].map(ms => ms.toFixed(1)).join(' / ') : '–',
    row.memory ?? '–',
  ]
  return `| ${cells.join(' | ')} |`
}

/** The server, PostgreSQL and the load share the processors, so a request costs what both halves cost. */
const limitOf = ({ sql, http }: Sample): number => 1 / (1 / http + 1 / sql)

const middle = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const percent = (share: number): string => `${Math.round(share * 100)} %`

const count = (value: number): string => Math.round(value).toLocaleString('en')
