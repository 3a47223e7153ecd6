import pg from 'pg'
import { expect, test } from 'vitest'
import { buildConversation, reply } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { keepFor, trimHistory } from '../domain/history/index.ts'

const guichet = await startGuichet()
const { api, clock, database, id: workspaceId } = guichet

const asOf = (moment: unknown) => ({ headers: { 'Guichet-As-Of': String(moment) } })
const DAY = 86_400

async function contact(name = 'Before') {
  clock.advance(10)
  return (await api.post('/contacts', { external_id: `as-of-${Math.random()}`, name })).body
}

test('a contact is read as of any moment since it came to be', async () => {
  const { id, created_at: came } = await contact()
  clock.advance(10)
  await api.put(`/contacts/${id}`, { name: 'After' })
  const nameAt = async (moment: number) => (await api.get(`/contacts/${id}`, asOf(moment))).body.name
  expect(await nameAt(came)).toBe('Before')
  expect(await nameAt(came + 9)).toBe('Before')
  expect(await nameAt(came + 10)).toBe('After')
  const { status, body } = await api.get(`/contacts/${id}`, asOf(came - 1))
  expect([status, body.errors[0].message]).toEqual([404, 'User Not Found'])
})

test('a moment that is none, or is yet to come, is refused', async () => {
  const { id } = await contact()
  for (const moment of ['yesterday', '-1', '1.5', '1e9', '', '2026-11-25', clock.now() + 1, '9'.repeat(30)]) {
    const { status, body } = await api.get(`/contacts/${id}`, asOf(moment))
    expect([moment, status, body.errors[0].code]).toEqual([moment, 400, 'parameter_invalid'])
  }
})

test('where no answer is as of then, asking for one is refused rather than answered as of now', async () => {
  const { id } = await contact()
  const refused = [
    await api.get('/contacts', asOf(clock.now())),
    await api.get(`/contacts/${id}/tags`, asOf(clock.now())),
    await api.put(`/contacts/${id}`, { name: 'Never' }, asOf(clock.now())),
  ]
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400])
  expect((await api.get(`/contacts/${id}`)).body.name).toBe('Before')
})

test('another workspace sees nothing of the past either', async () => {
  const other = await guichet.createWorkspace()
  const { id } = await contact()
  clock.advance(10)
  await api.put(`/contacts/${id}`, { name: 'After' })
  expect((await other.api.get(`/contacts/${id}`, asOf(clock.now() - 5))).status).toBe(404)
})

test('a company, a ticket and an article that were deleted are there as of before', async () => {
  clock.advance(10)
  const company = (await api.post('/companies', { company_id: 'gone', name: 'Gone' })).body
  const type = (await api.post('/ticket_types', { name: 'Fault' })).body
  const person = await contact()
  const ticket = (await api.post('/tickets', { ticket_type_id: type.id, contacts: [{ id: person.id }] })).body
  const text = { title: 'Gone', body: '<p>Soon</p>', author_id: guichet.ownerId }
  const article = (await api.post('/articles', text)).body
  const paths = [`/companies/${company.id}`, `/tickets/${ticket.id}`, `/articles/${article.id}`]
  const before = clock.now()
  clock.advance(10)
  for (const path of paths) {
    expect((await api.delete(path)).status).toBe(200)
    expect((await api.get(path)).status).toBe(404)
    expect((await api.get(path, asOf(before))).status).toBe(200)
  }
})

test('a contact that is deleted for good leaves no past', async () => {
  const { id } = await contact()
  await api.post(`/contacts/${id}/notes`, { body: 'Private words' })
  const lead = (await api.post('/contacts', { role: 'lead', name: 'Merged' })).body
  clock.advance(10)
  await api.post('/contacts/merge', { from: lead.id, into: id, skip_duplicate_validation: true })
  const before = clock.now()
  clock.advance(10)
  await api.put(`/contacts/${id}`, { name: 'After' })
  await api.delete(`/contacts/${id}`)
  for (const each of [id, lead.id])
    expect((await api.get(`/contacts/${each}`, asOf(before))).status).toBe(404)
  expect(await remembered([id, 'Private words', lead.id])).toEqual([])
})

test('a conversation that is deleted for good leaves no past', async () => {
  clock.advance(10)
  const { id } = await buildConversation(guichet)
  clock.advance(10)
  await reply(guichet, id, { body: 'Unforgettable words' })
  clock.advance(10)
  await api.delete(`/conversations/${id}`)
  expect((await api.get(`/conversations/${id}`, asOf(clock.now() - 5))).status).toBe(404)
  expect(await remembered(['Unforgettable words'])).toEqual([])
})

test('words that are redacted are gone from the past as well', async () => {
  clock.advance(10)
  const { id, sourceId } = await buildConversation(guichet, { body: 'My card is 4242' })
  const replied = await reply(guichet, id, { body: 'Is it 4242?' })
  const [part] = replied.body.conversation_parts.conversation_parts
  const before = clock.now()
  clock.advance(10)
  await api.put(`/conversations/${id}`, { title: 'Cards' })
  await api.post('/conversations/redact', { type: 'source', conversation_id: id, source_id: sourceId })
  await api.post('/conversations/redact', {
    ...{ type: 'conversation_part', conversation_id: id, conversation_part_id: part.id },
  })
  const { status, body } = await api.get(`/conversations/${id}`, asOf(before))
  expect(status).toBe(200)
  expect(JSON.stringify(body)).not.toContain('4242')
  expect(await remembered(['4242'])).toEqual([])
})

test('what changes within a second, or does not change, leaves no trace', async () => {
  const { id } = await contact()
  await api.put(`/contacts/${id}`, { name: 'At once' })
  expect(await remembered([id])).toEqual([])
  clock.advance(10)
  await api.put(`/contacts/${id}`, { name: 'Later' })
  expect(await remembered([id])).toEqual(['contacts'])
})

test('a workspace keeps its past for as long as it says', async () => {
  const { api: theirs, id: workspace } = await guichet.createWorkspace()
  const { id } = (await theirs.post('/contacts', { external_id: 'kept', name: 'First' })).body
  const first = clock.now()
  clock.advance(DAY)
  await theirs.put(`/contacts/${id}`, { name: 'Second' })
  const second = clock.now()
  clock.advance(2 * DAY)
  await theirs.put(`/contacts/${id}`, { name: 'Third' })
  const nameAt = async (moment: number) => (await theirs.get(`/contacts/${id}`, asOf(moment))).body.name
  await trimHistory(database, clock.now(), workspace)
  expect(await nameAt(first)).toBe('First')

  await database.transaction(tx => keepFor(tx, workspace, 2))
  await trimHistory(database, clock.now(), workspace)
  const { status, body } = await theirs.get(`/contacts/${id}`, asOf(first))
  expect([status, body.errors[0].message]).toEqual([404, 'Nothing is kept any more of what was then'])
  expect(await nameAt(second)).toBe('Second')
  expect((await theirs.get(`/contacts/${id}`)).body.name).toBe('Third')
})

/** In which tables of the history any of some words are found, in the first workspace. */
async function remembered(words: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    const { rows: kept } = await client.query<{ name: string }>('select name from history.kept_tables')
    const found = []
    for (const { name } of kept) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(h)::text as row from history."${name}" h where workspace_id = $1`,
        [workspaceId],
      )
      if (rows.some(({ row }) => words.some(word => row.includes(word)))) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}
