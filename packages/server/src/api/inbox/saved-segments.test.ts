import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const { api } = guichet
const as = async (role: 'agent' | 'light') => signedIn(guichet, await buildMember(guichet, role))
const agent = await as('agent')

const rules = {
  operator: 'AND',
  value: [
    { field: 'name', operator: '~', value: 'gardener' },
    { field: 'created_at', operator: '>', value: { days_ago: 30 } },
  ],
}

test('a filter is kept as a segment, which holds whoever meets it', async () => {
  const { id } = (await api.post('/contacts', { role: 'user', name: 'A gardener', email: 'g@example.com' }))
    .body
  const { status, body } = await agent.post('/app/api/segments', {
    name: 'Gardeners',
    person_type: 'user',
    rules,
  })
  expect([status, body]).toMatchObject([201, { type: 'segment', name: 'Gardeners', person_type: 'user' }])
  expect((await api.get(`/contacts/${id}/segments`)).body.data).toMatchObject([{ id: body.id }])
})

test('a filter that no search would take is refused, and none is kept', async () => {
  const before = (await api.get('/segments')).body.segments.length
  for (const wrong of [
    { name: 'x', person_type: 'user', rules: { field: 'nonsense', operator: '=', value: 1 } },
    { name: 'x', person_type: 'user', rules: { operator: 'AND', value: 'all' } },
    { name: '  ', person_type: 'user', rules },
    { name: 'x', person_type: 'company', rules },
  ])
    expect((await agent.post('/app/api/segments', wrong)).status).toBe(400)
  expect((await api.get('/segments')).body.segments.length).toBe(before)
})

test('whoever may only read keeps no segments', async () => {
  const light = await as('light')
  expect((await light.post('/app/api/segments', { name: 'x', person_type: 'user', rules })).status).toBe(403)
})
