import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const admin = await buildMember(guichet, 'admin', { workspace })
  return { workspace, admin, api: await signedIn(guichet, admin) }
}

test('a macro is written, seen by a team alone, changed and deleted', async () => {
  const { workspace, api } = await furnish()
  const { body: team } = await api.post('/app/api/teams', { name: 'Orders' })
  const body = '<p>Hello {{user.first_name|fallback:"there"}}</p><script>alert(1)</script>'
  const made = await api.post('/app/api/macros', { name: 'Greeting', body, team_ids: [team.id] })
  expect([made.status, made.body]).toMatchObject([
    201,
    {
      ...{ name: 'Greeting', visible_to: 'specific_teams', visible_to_team_ids: [team.id] },
      body: '<p>Hello <attribute key="user.first_name" default="there"/></p>',
    },
  ])
  expect(made.body.source).toContain('{{user.first_name')
  const seen = async () =>
    (await workspace.api.get('/macros')).body.data.map(({ name }: { name: string }) => name)
  expect(await seen()).toEqual([])
  await api.patch(`/app/api/macros/${made.body.id}`, {
    team_ids: null,
    name: 'Hello',
    available_on: ['inbox'],
  })
  expect(await seen()).toEqual(['Hello'])
  expect((await api.get('/app/api/macros')).body.data).toMatchObject([
    { name: 'Hello', available_on: ['inbox'] },
  ])
  expect((await api.delete(`/app/api/macros/${made.body.id}`)).status).toBe(204)
  expect((await api.delete(`/app/api/macros/${made.body.id}`)).status).toBe(404)
  expect(await seen()).toEqual([])
})

test('a macro without a name or words, or for a team of somebody else, is refused', async () => {
  const { api } = await furnish()
  const stranger = await furnish()
  const { body: team } = await stranger.api.post('/app/api/teams', { name: 'Theirs' })
  for (const macro of [
    { name: ' ', body: 'Words' },
    { name: 'Empty', body: '<p> </p>' },
    { name: 'x'.repeat(256), body: 'Words' },
    { name: 'Foreign', body: 'Words', team_ids: [team.id] },
    { name: 'Endless', body: 'x'.repeat(100_001) },
  ])
    expect((await api.post('/app/api/macros', macro)).status, macro.name.slice(0, 9)).toBe(400)
  expect((await api.get('/app/api/macros')).body.data).toEqual([])
})

test('states are made, put in order and archived, and a type keeps a beginning and an end', async () => {
  const { workspace, api } = await furnish()
  const { body: type } = await api.post('/ticket_types', { name: 'Return' })
  const { body: state } = await api.post('/app/api/ticket_states', {
    ...{ category: 'in_progress', internal_label: 'In the workshop', external_label: 'We are on it' },
  })
  expect(state).toMatchObject({ category: 'in_progress', archived: false })
  expect(state.ticket_types.data).toMatchObject([{ id: type.id }])
  const states = async (): Promise<{ id: string; category: string; internal_label: string }[]> =>
    (await workspace.api.get('/ticket_states')).body.data
  const ofType = async () =>
    (await workspace.api.get(`/ticket_types/${type.id}`)).body.ticket_states.data.map(
      ({ internal_label }: { internal_label: string }) => internal_label,
    )
  expect((await api.put('/app/api/ticket_states/order', { ids: [state.id] })).status).toBe(204)
  expect((await ofType())[0]).toBe('In the workshop')
  const change = (id: string, body: object) => api.patch(`/app/api/ticket_states/${id}`, body)
  expect((await change(state.id, { archived: true })).body.archived).toBe(true)
  expect(await ofType()).not.toContain('In the workshop')
  await change(state.id, { archived: false, internal_label: 'At work 🔧', ticket_type_ids: [] })
  expect(await ofType()).not.toContain('At work 🔧')
  const resolved = (await states()).find(({ category }) => category === 'resolved')
  expect((await change(resolved?.id ?? '', { archived: true })).status).toBe(400)
  expect((await change(resolved?.id ?? '', { ticket_type_ids: [] })).status).toBe(400)
  expect(await ofType()).toContain('Resolved')
  expect((await change(state.id, { internal_label: '' })).status).toBe(400)
  const stranger = await furnish()
  expect((await stranger.api.patch(`/app/api/ticket_states/${state.id}`, { archived: true })).status).toBe(
    404,
  )
  expect((await stranger.api.put('/app/api/ticket_states/order', { ids: [state.id] })).status).toBe(400)
})

test('the attributes of a type are put in order', async () => {
  const { workspace, api } = await furnish()
  const { body: type } = await api.post('/ticket_types', { name: 'Return' })
  const add = async (name: string) =>
    (await api.post(`/ticket_types/${type.id}/attributes`, { name, description: '', data_type: 'string' }))
      .body
  const [size, colour] = [await add('Size'), await add('Colour')]
  const order = (ids: string[]) => api.put(`/app/api/ticket_types/${type.id}/attributes/order`, { ids })
  expect((await order([colour.id, size.id])).status).toBe(204)
  const names = (await workspace.api.get(`/ticket_types/${type.id}`)).body.ticket_type_attributes.data.map(
    ({ name }: { name: string }) => name,
  )
  expect(names.slice(0, 2)).toEqual(['Colour', 'Size'])
  expect((await order(['999999'])).status).toBe(400)
  const stranger = await furnish()
  expect(
    (await stranger.api.put(`/app/api/ticket_types/${type.id}/attributes/order`, { ids: [size.id] })).status,
  ).toBe(404)
})

test('an archived conversation attribute comes back, unless its name is taken', async () => {
  const { api } = await furnish()
  const make = () => api.post('/conversations/attributes', { name: 'Mood', data_type: 'string' })
  const { body: attribute } = await make()
  const restore = () => api.post(`/app/api/conversation_attributes/${attribute.id}/restore`)
  await api.delete(`/conversations/attributes/${attribute.id}`)
  expect((await restore()).body).toMatchObject({ name: 'Mood', archived: false })
  await api.delete(`/conversations/attributes/${attribute.id}`)
  await make()
  expect((await restore()).status).toBe(422)
})

test('it is told how many things a tag is on', async () => {
  const { workspace, api } = await furnish()
  const { body: tag } = await api.post('/tags', { name: 'Loyal' })
  for (const email of ['a@x.example', 'b@x.example']) {
    const { body } = await workspace.api.post('/contacts', { email })
    await workspace.api.post(`/contacts/${body.id}/tags`, { id: tag.id })
  }
  expect((await api.get('/app/api/tags/uses')).body.data).toEqual([
    { id: tag.id, contacts: 2, companies: 0, conversations: 0 },
  ])
})
