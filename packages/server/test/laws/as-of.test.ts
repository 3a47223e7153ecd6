import { isAtLeast, NEWEST, type Version } from '@guichet/contract/version.ts'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { findArticle } from '../../src/domain/article/index.ts'
import { findCompanyById } from '../../src/domain/company/index.ts'
import { findContactView } from '../../src/domain/contact/index.ts'
import { findConversation, wakeDue } from '../../src/domain/conversation/index.ts'
import { findTicket } from '../../src/domain/ticket/index.ts'
import { acting } from '../support/acting.ts'
import { actAtRandom, beginLife, type Life, NOUNS, type Noun } from '../support/as-of-acts.ts'
import { startGuichet } from '../support/guichet.ts'

const guichet = await startGuichet()
const { clock, database } = guichet

/** More acts and lives for a longer search: `AS_OF_ACTS=1000 AS_OF_LIVES=10`. */
const ACTS = Number(process.env['AS_OF_ACTS'] ?? 60)
const LIVES = Number(process.env['AS_OF_LIVES'] ?? 2)
const SEED = Number(process.env['AS_OF_SEED'] ?? 20_261_125)

const SPEAKING: Version[] = [NEWEST, '2.7']
const exists = (noun: Noun, version: Version) => noun !== 'tickets' || isAtLeast(version, '2.9')

test('what was answered at a moment is answered as of it for ever', async () => {
  const counts = { acts: 0, recorded: 0, found: 0, changed: 0, wrong: 0 }
  const wrong: string[] = []
  for (let life = 0; life < LIVES; life += 1) {
    const chance = seeded(SEED + life)
    const lived = await beginLife(guichet, chance)
    const records: Recorded[] = []
    for (let act = 0; act < ACTS; act += 1) {
      clock.advance(1 + Math.floor(chance() ** 3 * 200))
      const names = [await actAtRandom(lived), ...(chance() < 0.3 ? [await actAtRandom(lived)] : [])]
      await wakeDue(database, clock.now(), lived.workspace.id)
      counts.acts += names.length
      records.push(...(await record(lived, names.join(', '), chance)))
    }
    clock.advance(5)
    const began = performance.now()
    for (let at = 0; at < records.length; at += 16) await Promise.all(records.slice(at, at + 16).map(compare))
    console.log(`${((performance.now() - began) / records.length).toFixed(2)} ms per pair of reads`)
    async function compare(each: Recorded): Promise<void> {
      const [then, now] = await Promise.all([answerOf(lived, each, each.at), answerOf(lived, each)])
      counts.recorded += 1
      if (each.answer.startsWith('200')) counts.found += 1
      if (now !== each.answer) counts.changed += 1
      if (then !== each.answer)
        wrong.push(`${each.path} at ${each.version}, after: ${each.after}\n${each.answer}\n${then}`)
    }
  }
  counts.wrong = wrong.length
  console.log(`as of: ${JSON.stringify(counts)}`)
  expect(wrong.slice(0, 3)).toEqual([])
  expect(counts.found).toBeGreaterThan(ACTS * LIVES)
  expect(counts.changed, 'else the law would hold of reads of now').toBeGreaterThan(ACTS * LIVES)
}, 600_000)

test('every table that such a read looks into keeps what was', async () => {
  const life = await beginLife(guichet, seeded(7))
  for (let act = 0; act < 150; act += 1) await actAtRandom(life)
  clock.advance(10)
  const actor = acting(guichet, life.workspace)
  const seen: string[] = []
  const watched = openDatabase(inject('databaseUrl'), { onStatement: text => seen.push(text) })
  const newest = (noun: Noun) => life.made[noun].slice(-20)
  await watched.asOf(clock.now(), async tx => {
    const reads = [
      ...newest('contacts').map(id => findContactView(tx, actor, { id, include_merge_history: true })),
      ...newest('companies').map(id => findCompanyById(tx, actor, id)),
      ...newest('conversations').map(id => findConversation(tx, actor, { id })),
      ...newest('tickets').map(id => findTicket(tx, actor, id)),
      ...newest('articles').map(id => findArticle(tx, actor, id)),
    ]
    await Promise.allSettled(reads)
  })
  await watched.close()
  const named = seen.flatMap(text =>
    [...text.matchAll(/\b(?:from|join) "(\w+)"/g)].map(([, name]) => name ?? ''),
  )
  const client = new pg.Client({ connectionString: inject('databaseUrl') })
  await client.connect()
  const { rows: kept } = await client.query<{ name: string }>('select name from history.kept_tables')
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  await client.end()
  const isTable = new Set(tables.map(({ name }) => name))
  const isKept = new Set(kept.map(({ name }) => name))
  const used = new Set(named.filter(name => isTable.has(name)))
  expect([...used].filter(name => !isKept.has(name))).toEqual([])
  expect(used.size).toBeGreaterThan(20)
})

interface Asked {
  path: string
  version: Version
}

interface Recorded extends Asked {
  at: number
  answer: string
  after: string
}

/** The answers of now about the latest things and some of the older ones. */
async function record(life: Life, after: string, chance: () => number): Promise<Recorded[]> {
  const asked = NOUNS.flatMap(noun => {
    const ids = life.made[noun]
    const some = ids.filter((_, at) => at >= ids.length - 2 || chance() < 3 / ids.length)
    return SPEAKING.filter(version => exists(noun, version)).flatMap(version =>
      [...new Set(some)].map(id => ({ path: `/${noun}/${id}`, version })),
    )
  })
  return Promise.all(
    asked.map(async each => ({ ...each, after, at: clock.now(), answer: await answerOf(life, each) })),
  )
}

async function answerOf(life: Life, { path, version }: Asked, moment?: number): Promise<string> {
  const headers = moment === undefined ? {} : { 'Guichet-As-Of': String(moment) }
  const { status, body } = await life.workspace.api.at(version).get(path, { headers })
  const { request_id: _, ...rest } = body
  return `${status} ${JSON.stringify(rest)}`
}

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
