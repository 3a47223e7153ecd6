import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium as playwright } from 'playwright-core'
import { chromium } from '../e2e/support/chromium.ts'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { enter } from './enter.ts'
import { loadData, volume } from './load-data.ts'
import { measureHost } from './pages-host.ts'
import { measureTelling } from './pages-latency.ts'
import { measureScrolling } from './pages-scrolling.ts'
import { measureSearch } from './pages-search.ts'
import { measureSwitching } from './pages-switching.ts'
import { Probe } from './probe.ts'
import { startServer } from './server.ts'

const { values: options } = parseArgs({
  options: {
    /** Share of the full volume: 1 is 1,000,000 parts in 100,000 conversations. */
    scale: { type: 'string', default: '0.02' },
    /** How many messages are sent each way, and how often one switches; a quarter as often to what is not near. */
    times: { type: 'string', default: '50' },
    /** How many lines of the list are scrolled through. */
    rows: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
})

const HEAD = [
  '| In the browser | p50 | p95 | slowest | limit | at the bare minimum p50 / p95 | ratio at p95 |',
  '|---|---|---|---|---|---|---|',
].join('\n')

const MEASURES = {
  telling: measureTelling,
  switching: measureSwitching,
  scrolling: measureScrolling,
  search: measureSearch,
  host: measureHost,
}

const of = volume(Number(options.scale))
const times = Number(options.times)
const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-pages-'))
const postgres = await startEmbedded({ dataDir })
try {
  await migrate(postgres.url)
  const { workspaceId, close } = await openWorkspace()
  await loadData(postgres.url, workspaceId, of, line => console.error(line))
  await close()
  const server = await startServer(postgres.url, join(dataDir, 'server'))
  const origin = `http://127.0.0.1:${server.port}`
  const entered = await enter(postgres.url, origin)
  const browser = await playwright.launch(await chromium())
  const bench = { origin, entered, browser, of, times, rows: Number(options.rows) }
  const lines = [HEAD]
  try {
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (!name.includes(options.only)) continue
      console.error(`measuring ${name}`)
      lines.push(...(await measure(bench)))
    }
  } finally {
    await browser.close()
    await server.stop()
  }
  const size = `${cpus().length} cores; ${of.conversations.toLocaleString('en')} conversations, ${of.parts.toLocaleString('en')} parts.`
  const page = [size, '', ...lines, ''].join('\n')
  console.log(page)
  if (options.out) await writeFile(options.out, page)
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** The workspace that is filled, made as the other benches make theirs. */
async function openWorkspace() {
  const probe = await Probe.open(postgres.url)
  return { workspaceId: probe.workspaceId, close: () => probe.close() }
}
