import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { notificationId } from '../src/events/logged-event.ts'
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
/** What a reader of the feed was told while the server was killed under it, by sequence. */
const told = new Map<number, FeedEvent>()
let conversation = ''
let written = 0
let slowest = 0

test(`what the server acknowledged is there after ${KILLS} kills, and nothing is half there`, {
  timeout: 120_000 + KILLS * 30_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill += 1) await writeUntilKilled(await start(), randomInt(15, 150))
  await followFeed((await start()).origin)
  await server?.end()
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
  if (conversation === '') conversation = await beginConversation(server.origin)
  const loop = async (): Promise<void> => {
    while (await writeOnce(server.origin).catch(unlessCutOff)) {
      left -= 1
      if (left === 0) killed = server.end('SIGKILL')
    }
  }
  const following = followFeed(server.origin, () => killed !== undefined).catch(unlessCutOff)
  await Promise.all(Array.from({ length: LOOPS }, loop))
  await Promise.all([killed, following])
}

async function beginConversation(origin: string): Promise<string> {
  const contact = await post(origin, '/contacts', { email: 'busy@example.com' })
  acknowledged.contacts.set(contact, 'busy@example.com')
  const answer = await call(origin, 'POST', '/conversations', {
    from: { type: 'user', id: contact },
    body: 'Hi',
  })
  return String(answer.conversation_id)
}

interface FeedEvent {
  id: string
  sequence: number
  topic: string
  object: { id: string }
  data: { part_id?: string }
}

/** Reads the feed on from where it was read to, until nothing comes any more; each sequence must be told once and in its turn. */
async function followFeed(origin: string, isOver = () => true): Promise<void> {
  for (;;) {
    const page = await call(origin, 'GET', `/events_feed?since=${told.size}&limit=50&wait=3`)
    const events: FeedEvent[] = page.events
    for (const event of events) {
      expect(event.sequence).toBe(told.size + 1)
      told.set(event.sequence, event)
    }
    if (events.length === 0 && isOver()) return
  }
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
  await call(origin, 'POST', `/conversations/${conversation}/reply`, {
    ...{ type: 'user', email: 'busy@example.com', message_type: 'comment', body: name },
  })
  return true
}

const post = async (origin: string, path: string, body: unknown): Promise<string> =>
  String((await call(origin, 'POST', path, body)).id)

async function call(origin: string, method: string, path: string, body?: unknown) {
  const response = await fetch(origin + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  return JSON.parse(text)
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
    checkFeed(found)
  } finally {
    await database.close()
    await postgres.stop()
  }
}

/** What was read while the server died again and again is the log as it is: dense, complete, and in order for each object. */
function checkFeed({ log, waiting, parts }: Awaited<ReturnType<typeof readEverything>>): void {
  expect(waiting, 'events without a place').toBe(0)
  expect(log.map(event => event.sequence)).toEqual(log.map((_, n) => n + 1))
  expect([...told.values()].map(({ sequence, id, topic }) => ({ sequence, id, topic }))).toEqual(
    log.map(event => ({
      ...{ sequence: event.sequence, topic: event.topic },
      id: notificationId({ workspaceId: event.workspace_id, id: event.id }),
    })),
  )
  const replies = [...told.values()].filter(event => event.topic === 'conversation.user.replied')
  expect(replies.map(event => Number(event.data.part_id))).toEqual(parts)
  const tagged = [...told.values()].filter(event => event.topic === 'contact.user.tag.created')
  const made = new Map(
    [...told.values()]
      .filter(event => event.topic === 'contact.user.created')
      .map(event => [event.object.id, event.sequence]),
  )
  expect(tagged.filter(event => event.sequence < (made.get(event.object.id) ?? Infinity))).toEqual([])
}

async function readEverything(db: Database['read']) {
  const tags = await db.selectFrom('tags').select(['id', 'name']).execute()
  const contacts = await db.selectFrom('contacts').select(['id', 'email']).execute()
  const taggings = await db.selectFrom('taggings').select(['object_id', 'tag_id']).execute()
  const log = await db
    .selectFrom('event_log')
    .select(['workspace_id', 'sequence', 'id', 'topic', 'object_id'])
    .orderBy('sequence')
    .execute()
  const waiting = await db.selectFrom('event_inbox').select('id').execute()
  const parts = await db
    .selectFrom('conversation_parts')
    .select('id')
    .where('part_type', '=', 'comment')
    .orderBy('id')
    .execute()
  return {
    log,
    waiting: waiting.length,
    parts: parts.map(({ id }) => id),
    tags: new Map(tags.map(({ id, name }) => [String(id), name])),
    contacts: new Map(contacts.map(({ id, email }) => [id, email])),
    taggings: new Set(taggings.map(({ object_id, tag_id }) => `${object_id} ${tag_id}`)),
    happened: log.map(({ topic, object_id }) => `${topic} ${object_id}`),
  }
}
