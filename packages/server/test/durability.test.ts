import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { ownEnvironment, type ServerProcess, startServerProcess } from './support/server-process.ts'

/** How often the server is killed: a few times in the suite, as often as wanted by hand. */
const KILLS = Number(process.env['DURABILITY_KILLS'] ?? 5)
const LOOPS = 4
const TOKEN = 'a-token-that-survives-every-restart'

const dataDir = await mkdtemp(join(tmpdir(), 'guichet-durability-'))
let server: ServerProcess | undefined
afterAll(async () => {
  await server?.end()
  await rm(dataDir, { recursive: true, force: true })
})

const acknowledged = { tags: new Map<string, string>(), contacts: new Map<string, string>() }
const taggedBy: [contactId: string, tagId: string][] = []
let written = 0
let slowest = 0

test(`what the server acknowledged is there after ${KILLS} kills, and nothing is half there`, {
  timeout: 60_000 + KILLS * 20_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) await writeUntilKilled(await start(), randomInt(15, 150))
  await start()
  await checkEverything()
})

async function start(): Promise<ServerProcess> {
  const began = performance.now()
  server = await startServerProcess({ ...ownEnvironment(dataDir), GUICHET_ACCESS_TOKEN: TOKEN })
  slowest = Math.max(slowest, performance.now() - began)
  return server
}

/** Writes from several loops at once; the server is killed at an acknowledgement, while the others are under way. */
async function writeUntilKilled(server: ServerProcess, after: number): Promise<void> {
  let left = after
  let killed: Promise<void> | undefined
  const loop = async (): Promise<void> => {
    while (await writeOnce(server.origin).catch(unlessCutOff)) {
      left -= 1
      if (left === 0) killed = server.end('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: LOOPS }, loop))
  await killed
}

/** A connection that broke is what a kill looks like; anything else is a fault. */
function unlessCutOff(error: unknown): false {
  if (error instanceof TypeError) return false
  throw error
}

/** A tag, a contact and the one on the other: each is noted as soon as it is acknowledged. */
async function writeOnce(origin: string): Promise<true> {
  written += 1
  const number = written
  const name = `write ${number}`
  const tag = await post(origin, '/tags', { name })
  acknowledged.tags.set(tag, name)
  const email = `${number}@example.com`
  const contact = await post(origin, '/contacts', { role: 'user', email })
  acknowledged.contacts.set(contact, email)
  await post(origin, `/contacts/${contact}/tags`, { id: tag })
  taggedBy.push([contact, tag])
  return true
}

async function post(origin: string, path: string, body: unknown): Promise<string> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`POST ${path} answered ${response.status}: ${text}`)
  return String(JSON.parse(text).id)
}

async function checkEverything(): Promise<void> {
  const postgres = await startEmbedded({ dataDir })
  const database = openDatabase(postgres.url)
  try {
    const found = await readEverything(database.unguarded.read)
    const { tags, contacts } = acknowledged
    console.log(
      `${KILLS} kills, ${tags.size + contacts.size + taggedBy.length} acknowledged writes; in the database ${found.tags.size} tags, ${found.contacts.size} contacts, ${found.taggings.size} taggings, ${found.happened.length} events; slowest start ${Math.round(slowest)} ms`,
    )
    expect(tags.size).toBeGreaterThan(KILLS)
    expect([...tags].filter(([id, name]) => found.tags.get(id) !== name)).toEqual([])
    expect([...contacts].filter(([id, email]) => found.contacts.get(id) !== email)).toEqual([])
    expect(taggedBy.filter(pair => !found.taggings.has(pair.join(' ')))).toEqual([])
    expect(found.happened.filter(each => each.startsWith('contact.user.created ')).toSorted()).toEqual(
      [...found.contacts.keys()].map(id => `contact.user.created ${id}`).toSorted(),
    )
    expect(found.happened.filter(each => each.startsWith('contact.user.tag.created ')).toSorted()).toEqual(
      [...found.taggings].map(pair => `contact.user.tag.created ${pair.split(' ')[0]}`).toSorted(),
    )
  } finally {
    await database.close()
    await postgres.stop()
  }
}

async function readEverything(db: Database['read']) {
  const tags = await db.selectFrom('tags').select(['id', 'name']).execute()
  const contacts = await db.selectFrom('contacts').select(['id', 'email']).execute()
  const taggings = await db.selectFrom('taggings').select(['object_id', 'tag_id']).execute()
  const events = await db.selectFrom('event_log').select(['topic', 'object_id']).execute()
  return {
    tags: new Map(tags.map(({ id, name }) => [String(id), name])),
    contacts: new Map(contacts.map(({ id, email }) => [id, email])),
    taggings: new Set(taggings.map(({ object_id, tag_id }) => `${object_id} ${tag_id}`)),
    happened: events.map(({ topic, object_id }) => `${topic} ${object_id}`),
  }
}
