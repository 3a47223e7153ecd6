import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, ownerId } = guichet

/** A conversation of nine replies, and their ids. */
const { id, said } = await conversationOf(9)
const read = (query: string) => api.get(`/conversations/${id}/parts?${query}`)
const idsIn = ({ body }: { body: { data: { id: string }[] } }) => body.data.map(each => each.id)

test('the parts of a conversation are read from the first on, and back', async () => {
  const first = await read('per_page=4')
  expect(idsIn(first)).toEqual(said.slice(0, 4))
  expect(first.body.pages.prev).toBeNull()
  const second = await read(`per_page=4&starting_after=${first.body.pages.next.starting_after}`)
  expect(idsIn(second)).toEqual(said.slice(4, 8))
  const third = await read(`per_page=4&starting_after=${second.body.pages.next.starting_after}`)
  expect(idsIn(third)).toEqual(said.slice(8))
  expect(third.body.pages.next).toBeNull()
  const back = await read(`per_page=6&ending_before=${third.body.pages.prev.ending_before}`)
  expect(idsIn(back)).toEqual(said.slice(2, 8))
  const end = await read(`per_page=6&ending_before=${back.body.pages.prev.ending_before}`)
  expect(idsIn(end)).toEqual(said.slice(0, 2))
  expect(end.body.pages.prev).toBeNull()
})

test('they are read around one of them, whose neighbours on both sides follow', async () => {
  const page = await read(`per_page=4&around=${said[4]}`)
  expect(idsIn(page)).toEqual(said.slice(2, 6))
  const { prev, next } = page.body.pages
  expect(idsIn(await read(`per_page=50&ending_before=${prev.ending_before}`))).toEqual(said.slice(0, 2))
  expect(idsIn(await read(`per_page=50&starting_after=${next.starting_after}`))).toEqual(said.slice(6))
  expect(idsIn(await read(`per_page=1&around=${said[4]}`))).toEqual([said[4]])
  const all = await read(`per_page=150&around=${said[4]}`)
  expect(idsIn(all)).toEqual(said)
  expect(all.body.pages).toMatchObject({ prev: null, next: null })
})

test('every version reads them in its own shape', async () => {
  const { body } = await api.at('2.7').get(`/conversations/${id}/parts?per_page=1`)
  expect(body.data[0]).toMatchObject({ id: said[0], body: '<p class="no-margin">Number 0</p>' })
  expect(body.data[0]).not.toHaveProperty('state')
})

test('what makes no sense is refused, and another workspace sees nothing', async () => {
  expect((await read('around=nonsense')).status).toBe(400)
  expect((await read('starting_after=nonsense')).status).toBe(400)
  const { body } = await read('per_page=2')
  const both = `starting_after=${body.pages.next.starting_after}&around=${said[0]}`
  expect((await read(both)).status).toBe(400)
  expect((await api.get('/conversations/999999999/parts')).status).toBe(404)
  const other = await guichet.createWorkspace()
  expect((await other.api.get(`/conversations/${id}/parts`)).status).toBe(404)
})

async function conversationOf(parts: number): Promise<{ id: string; said: string[] }> {
  const { body: user } = await api.post('/contacts', { email: `${crypto.randomUUID()}@example.com` })
  const { body: begun } = await api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Hello' },
  })
  const said: string[] = []
  for (let n = 0; n < parts; n += 1) {
    const reply = { message_type: 'comment', type: 'admin', admin_id: ownerId, body: `Number ${n}` }
    const { body } = await api.post(`/conversations/${begun.conversation_id}/reply`, reply)
    said.push(body.conversation_parts.conversation_parts[0].id)
  }
  return { id: begun.conversation_id, said }
}
