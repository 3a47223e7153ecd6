import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn, signedInAs } from '../../../test/support/members.ts'
import { makeDatabase } from '../../../test/support/own-database.ts'
import { openDatabase } from '../../db/database.ts'

/** A database of its own: what the planner knows of the rows is what is written here, and all of that. */
const databaseUrl = await makeDatabase()
const guichet = await startGuichet({ DATABASE_URL: databaseUrl })
const { api, clock, id: workspaceId } = guichet
const member = await buildMember(guichet, 'agent')
const own = await signedIn(guichet, member)

const conversationFrom = async (name: string, body: string): Promise<string> => {
  const contact = await api.post('/contacts', {
    role: 'user',
    name,
    email: `${crypto.randomUUID()}@example.com`,
  })
  const sent = { from: { type: 'user', id: contact.body.id }, body }
  return (await api.post('/conversations', sent)).body.conversation_id
}
const say = (id: string, message_type: 'comment' | 'note', body: string) =>
  api.post(`/conversations/${id}/reply`, { message_type, type: 'admin', admin_id: member.adminId, body })
const search = async (words: string, more: object = {}) =>
  (await own.post('/app/api/inbox/search', { words, ...more })).body
const found = async (words: string, more: object = {}): Promise<[string, string | null][]> =>
  (await search(words, more)).data.map((hit: { conversation_id: string; part_id: string | null }) => [
    hit.conversation_id,
    hit.part_id,
  ])

let first: string
let second: string
beforeAll(async () => {
  first = await conversationFrom('Inès Caron', 'My turquoise kettle whistles at night')
  clock.advance(60)
  await say(first, 'comment', '<p>Descale the <b>kettle</b> with vinegar</p>')
  clock.advance(60)
  await say(first, 'note', 'The kettle is from the bad batch')
  clock.advance(60)
  second = await conversationFrom('Tomasz', 'A kettle without its lid')
})

test('what was said is found wherever it was said, the newest first, with what matches told apart', async () => {
  const { data } = await search('kettle')
  expect(data.map((hit: { kind: string; author_name: string }) => [hit.kind, hit.author_name])).toEqual([
    ['message', 'Tomasz'],
    ['note', member.name],
    ['message', member.name],
    ['message', 'Inès Caron'],
  ])
  expect(data[2]).toMatchObject({
    ...{ conversation_id: first, state: 'open', person: { name: 'Inès Caron' } },
    snippet: [
      { text: 'Descale the ', is_match: false },
      { text: 'kettle', is_match: true },
      { text: ' with vinegar', is_match: false },
    ],
  })
  expect([data[0].part_id, data[3].part_id]).toEqual([null, null])
})

test('a word that is still being typed finds what it begins; quotes and minus mean what they do elsewhere', async () => {
  expect(await found('turq')).toEqual([[first, null]])
  expect(await found('kettle vineg')).toMatchObject([[first, expect.any(String)]])
  expect(await found('"kettle whistles"')).toEqual([[first, null]])
  expect(await found('kettle -whistles')).toHaveLength(3)
  expect(await found('"whistles kettle"')).toEqual([])
  expect(await found('ket lid')).toEqual([])
  for (const nothing of ['', '   ', '-kettle', '"', '&|!():*<>', "'; drop table x", 'or', '%'])
    expect(await found(nothing), nothing).toEqual([])
})

test('a search is narrowed by who wrote, who has it, how it stands, its tag, and when', async () => {
  const [tag, other] = await Promise.all(
    ['Kettles', 'Lids'].map(async name => (await api.post('/tags', { name })).body.id),
  )
  await api.post(`/conversations/${second}/tags`, { id: tag, admin_id: member.adminId })
  await api.post(`/conversations/${second}/parts`, {
    ...{ message_type: 'assignment', type: 'admin', admin_id: member.adminId, assignee_id: member.adminId },
  })
  await api.post(`/conversations/${first}/parts`, {
    ...{ message_type: 'close', type: 'admin', admin_id: member.adminId },
  })
  const count = async (more: object) => (await found('kettle', more)).length
  expect(await count({ written_by: 'customers' })).toBe(2)
  expect(await count({ written_by: 'team' })).toBe(1)
  expect(await count({ written_by: 'notes' })).toBe(1)
  expect(await count({ author_id: member.adminId })).toBe(2)
  expect(await count({ author_id: guichet.ownerId })).toBe(0)
  expect(await found('kettle', { admin_assignee_id: member.adminId })).toEqual([[second, null]])
  expect(await count({ admin_assignee_id: '0' })).toBe(3)
  expect(await count({ team_assignee_id: '0' })).toBe(4)
  expect(await found('kettle', { tag_id: tag })).toEqual([[second, null]])
  expect(await count({ tag_id: other })).toBe(0)
  expect(await count({ state: 'closed' })).toBe(3)
  const at = (await search('kettle')).data[1].created_at
  expect(await count({ since: at })).toBe(2)
  expect(await count({ until: at })).toBe(2)
  expect(await count({ tag_id: 'nonsense' })).toBe(0)
})

test('pages lead through everything once, also where much happened in the same second', async () => {
  const id = await conversationFrom('Grace', 'Begin with lavender')
  for (let n = 0; n < 6; n += 1) await say(id, 'comment', `More lavender, pot ${n}`)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await search('lavender', { pagination: { per_page: 3, starting_after: cursor } })
    seen.push(...page.data.map((hit: { part_id: string | null }) => String(hit.part_id)))
    cursor = page.pages.next?.starting_after
  } while (cursor)
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
  expect(seen.at(-1)).toBe('null')
  const { status } = await own.post('/app/api/inbox/search', {
    ...{ words: 'lavender', pagination: { starting_after: 'nonsense' } },
  })
  expect(status).toBe(400)
})

test('what was redacted is not found, and another workspace finds none of it', async () => {
  const id = await conversationFrom('Ruth', 'My number is heliotrope')
  await say(id, 'comment', 'You said heliotrope')
  const [said] = await found('heliotrope')
  await api.post('/conversations/redact', {
    ...{ type: 'conversation_part', conversation_id: id, conversation_part_id: said?.[1] },
  })
  expect(await found('heliotrope')).toEqual([[id, null]])
  const elsewhere = await signedInAs(guichet, 'owner', await guichet.createWorkspace())
  expect((await elsewhere.post('/app/api/inbox/search', { words: 'heliotrope' })).body.data).toEqual([])
})

const MANY = 40_000

const heard: { sql: string; parameters: readonly unknown[] }[] = []
const listening = openDatabase(databaseUrl, {
  onStatement: (sql, parameters) => heard.push({ sql, parameters }),
})
const client = new pg.Client({ connectionString: databaseUrl })
afterAll(async () => {
  await Promise.all([listening.close(), client.end()])
})

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: PlanNode[]
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

test('neither a rare word nor one that is everywhere reads the history from end to end', async () => {
  await client.connect()
  await client.query(
    `insert into conversation_parts (workspace_id, conversation_id, part_type, text, body, created_at, updated_at, author_type)
     select $1, $2, 'comment', 'everywhere ' || case when n = 7 then 'marjoram' else 'thyme' end, '', 1500000000 + n, 1500000000 + n, 'admin'
     from generate_series(1, $3::int) n`,
    [workspaceId, first, MANY],
  )
  await client.query('vacuum (analyze) conversation_parts')
  const { searchMessages } = await import('../../domain/inbox/index.ts')
  const { acting } = await import('../../../test/support/acting.ts')
  for (const [words, hits] of [
    ['marjoram', 1],
    ['everywhere', 20],
    ['everywhere marjoram', 1],
    ['everyw', 20],
  ] as const) {
    heard.length = 0
    const answer = await searchMessages(listening.read, acting(guichet, guichet), { words })
    expect(answer.data, words).toHaveLength(hits)
    const plans = heard.filter(({ sql }) => sql.includes('conversation_parts'))
    expect(plans.length).toBeGreaterThan(0)
    for (const { sql, parameters } of plans) {
      const { rows } = await client.query(`explain (analyze, format json) ${sql}`, [...parameters])
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan)
      const read = nodes
        .filter(node => node['Relation Name'] === 'conversation_parts')
        .map(
          node =>
            ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) *
            (node['Actual Loops'] ?? 1),
        )
      expect(
        nodes.filter(
          node => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'conversation_parts',
        ),
        words,
      ).toEqual([])
      expect(Math.max(...read), words).toBeLessThan(MANY / 8)
    }
  }
})
