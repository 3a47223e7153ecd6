import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { buildTeam } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { createMacro, type MacroInput } from '../domain/macro/index.ts'

const guichet = await startGuichet()
const { api, ownerId, database, clock, createWorkspace } = guichet

const create = (input: MacroInput, of: Parameters<typeof acting>[1] = guichet) =>
  database.transaction(tx => createMacro(tx, acting(guichet, of), input))

test('placeholders are shown as elements, and as they were written', async () => {
  const body = `<p>Hi {{user.name | fallback: 'there'}}, your order #{{order.number}} is ready!</p><p>{{app.name|fallback:"a \\"shop\\" & more"}}</p>`
  const id = await create({ name: 'Ready', body: body.replaceAll('\\"', '') })
  const iso = new Date(clock.now() * 1000).toISOString()
  expect((await api.at('2.16').get(`/macros/${id}`)).body).toEqual({
    ...{ type: 'macro', id: String(id), name: 'Ready', visible_to: 'everyone', visible_to_team_ids: [] },
    body: '<p>Hi <attribute key="user.name" default="there"/>, your order #<attribute key="order.number"/> is ready!</p><p><attribute key="app.name" default="a shop &amp; more"/></p>',
    body_text: `Hi {{user.name | fallback: 'there'}}, your order #{{order.number}} is ready!\n\n{{app.name|fallback:"a shop & more"}}`,
    ...{ available_on: ['inbox', 'messenger'], created_at: iso, updated_at: iso },
  })
})

test('what a fallback says stays inside its attribute', async () => {
  const id = await create({ name: 'Sly', body: `Hi {{user.name|fallback:"x' onclick='y"}} {{a"b}}` })
  const { body } = await api.get(`/macros/${id}`)
  expect(body.body).toMatch(/<attribute key="user.name" default="x(&#39;|')\s*onclick=(&#39;|')y"\/>/)
  expect(body.body).toContain('<attribute key="a&quot;b"/>')
})

test('macros come by their latest change, page by page, and only those changed since', async () => {
  const other = await createWorkspace()
  const ids: number[] = []
  for (const name of ['one', 'two', 'three']) {
    ids.push(await create({ name, body: name, availableOn: ['inbox'] }, other))
    clock.advance(10)
  }
  const first = (await other.api.get('/macros?per_page=2')).body
  expect(first.data.map((macro: { name: string }) => macro.name)).toEqual(['three', 'two'])
  const cursor = encodeURIComponent(first.pages.next.starting_after)
  const last = (await other.api.get(`/macros?per_page=2&starting_after=${cursor}`)).body
  expect(last.data).toMatchObject([{ name: 'one', available_on: ['inbox'] }])
  expect(last.pages).toEqual({ type: 'pages', per_page: 2, next: null })
  const since = (await other.api.get(`/macros?updated_since=${clock.now() - 15}`)).body
  expect(since.data.map((macro: { name: string }) => macro.name)).toEqual(['three'])
  expect((await other.api.get('/macros?updated_since=yesterday')).body.errors[0]).toMatchObject({
    ...{ code: 'parameter_invalid', message: 'Invalid updated_since timestamp' },
  })
  expect((await other.api.get('/macros?starting_after=nonsense')).status).toBe(400)
})

test('a macro of some teams is seen by their members alone', async () => {
  const mine = await buildTeam(guichet, 'Mine', [ownerId])
  const theirs = await buildTeam(guichet, 'Theirs')
  const seen = await create({ name: 'Ours', body: 'x', teamIds: [mine, theirs] })
  const unseen = await create({ name: 'Theirs', body: 'x', teamIds: [theirs] })
  expect((await api.get(`/macros/${seen}`)).body).toMatchObject({
    ...{ visible_to: 'specific_teams', visible_to_team_ids: [String(mine), String(theirs)] },
  })
  expect((await api.get(`/macros/${unseen}`)).body.errors).toEqual([
    { code: 'not_found', message: 'Macro not found' },
  ])
  const names = (await api.get('/macros')).body.data.map((macro: { name: string }) => macro.name)
  expect(names).toContain('Ours')
  expect(names).not.toContain('Theirs')
})
