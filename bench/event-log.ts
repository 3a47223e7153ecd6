import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '../packages/server/src/db/database.ts'
import { startEmbedded } from '../packages/server/src/db/embedded.ts'
import { listen } from '../packages/server/src/db/listen.ts'
import { migrate } from '../packages/server/src/db/migrate.ts'
import { systemActor } from '../packages/server/src/domain/system-actor.ts'
import { append } from '../packages/server/src/events/append.ts'
import { EventSignals } from '../packages/server/src/events/event-signals.ts'
import { Sequencer } from '../packages/server/src/events/sequencer.ts'
import { EVENTS_APPENDED, SEQUENCE_CHANNEL } from '../packages/server/src/events/sequencing.sql.ts'
import { PLANNERS } from '../packages/server/src/jobs/sequence-events.ts'
import { buildLog } from '../packages/server/src/log.ts'
import { loadData, volume } from './load-data.ts'
import { measured } from './operations.ts'
import { Probe } from './probe.ts'
import { type Statement, sqlLoad } from './sql-load.ts'

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '0.05' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
  },
})

const WRITES = ['POST a contact', 'reply to a conversation']
const CONNECTIONS = 16

/** What a statement has in it that says something to the log. */
const OF_LOG = 'insert into "event_inbox"'

/** The rate at which latency is measured, in events per second, and for how long. */
const PACE = 200
const PACED_SECONDS = 5

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-bench-events-'))
const postgres = await startEmbedded({ dataDir })
try {
  await migrate(postgres.url)
  const probe = await Probe.open(postgres.url)
  const of = volume(Number(options.scale))
  await loadData(postgres.url, probe.workspaceId, of, line => console.error(line))
  const fixtures = await probe.prepare(0)
  const lines = ['| Write | events/s | writes/s with the log | without | share |', '|---|---|---|---|---|']
  for (const operation of measured(of, fixtures).filter(({ name }) => WRITES.includes(name))) {
    console.error(`measuring ${operation.name}`)
    const { next } = await probe.statementsOf(operation)
    lines.push(await compare(operation.name, next))
  }
  const workspaceId = probe.workspaceId
  await probe.close()
  console.log([...lines, '', await latency(workspaceId)].join('\n'))
} finally {
  await postgres.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** The same statements with and without those of the log, in turns; a sequencer works beside those with it. */
async function compare(name: string, next: (n: number) => Statement[]): Promise<string> {
  const shares: number[] = []
  const rates: number[] = []
  const bare: number[] = []
  let n = 0
  const load = (choose: (statements: Statement[]) => Statement[], onDone = () => {}) =>
    sqlLoad({
      ...{ url: postgres.url, connections: CONNECTIONS, seconds: Number(options.seconds) },
      ...{ next: () => choose(next(n++)), onDone },
    })
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const without = await load(statements => statements.flatMap(withoutLog))
    const { committed, stop } = startSequencing()
    const logged = await load(statements => statements, committed)
    await stop()
    rates.push(logged)
    bare.push(without)
    shares.push(logged / without)
  }
  const events = next(0).filter(({ text }) => text.includes(OF_LOG)).length
  const cells = [
    ...[name, count(middle(rates) * events), count(middle(rates)), count(middle(bare))],
    `${Math.round(middle(shares) * 100)} %`,
  ]
  return `| ${cells.join(' | ')} |`
}

/** A sequencer as a server has it, told of each commit; stopped once the inbox is empty. */
function startSequencing(): { committed: () => void; stop: () => Promise<void> } {
  const database = openDatabase(postgres.url)
  const sequencer = new Sequencer({ database, planners: PLANNERS, log: buildLog('warn') })
  const stop = async () => {
    for (;;) {
      sequencer.look()
      const left = await database.unguarded.read.selectFrom('event_inbox').select('id').limit(1).execute()
      if (left.length === 0) break
      await delay(10)
    }
    await sequencer.close()
    await database.close()
  }
  return { committed: () => sequencer.look(), stop }
}

/** From the commit of an event to when a listening process hears of its place, at a steady pace. */
async function latency(workspaceId: string): Promise<string> {
  const signals = new EventSignals()
  let sequencer: Sequencer | undefined
  const database = openDatabase(postgres.url, {
    onCommitted: mark => mark.channel === EVENTS_APPENDED && sequencer?.appended(),
  })
  sequencer = new Sequencer({ database, planners: PLANNERS, log: buildLog('warn') })
  const listener = await listen(postgres.url, {
    channels: { [SEQUENCE_CHANNEL]: message => signals.hear(message) },
    onGap: () => signals.missed(),
  })
  await delay(1500)
  const waited: number[] = []
  let committed: number[] = []
  const end = signals.subscribe(() => {
    const heard = performance.now()
    waited.push(...committed.map(at => heard - at))
    committed = []
  }, workspaceId)
  const actor = systemActor({
    workspace: { id: workspaceId, name: '', timezone: 'UTC' },
    operatorId: 1,
    now: 1,
  })
  const write = async (n: number) => {
    const object = { type: 'contact', id: `paced-${n}` }
    await database.transaction(tx => append(tx, actor, { topic: 'contact.user.updated', object }))
    committed.push(performance.now())
  }
  const pending: Promise<void>[] = []
  for (let n = 0; n < PACE * PACED_SECONDS; n += 1) {
    pending.push(write(n))
    await delay(1000 / PACE)
  }
  await Promise.all(pending)
  await delay(1500)
  end()
  await listener.close()
  await sequencer.close()
  await database.close()
  const sorted = waited.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `From commit to being heard of at ${PACE} events/s: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${sorted.length} events).`
}

/** A write without what it says to the log: nothing where it says nothing else, and what is around it where it does both at once. */
function withoutLog(statement: Statement): Statement[] {
  if (!statement.text.includes(OF_LOG)) return [statement]
  const [, text] =
    /^with "change" as \((.*)\), "told" as \(insert into "event_inbox"/s.exec(statement.text) ?? []
  const given = new Set(text?.match(/\$\d+/g)).size
  return text === undefined ? [] : [{ text, values: statement.values.slice(0, given) }]
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}
