import { expect, test } from 'vitest'
import { breakages } from './breakages.ts'
import { gates } from './changes/gates.ts'
import { allOperations } from './operations/all.ts'
import { topics } from './topics.ts'
import { VERSIONS, type Version } from './version.ts'

const whys = (from: Version, to: Version, ...calls: string[]) =>
  breakages({ from, to }, { calls }).map(each => each.why)

test('nothing breaks for a client that is at the version already, or calls nothing', () => {
  const calls = allOperations.map(({ method, path }) => `${method} ${path}`)
  for (const version of VERSIONS) expect(breakages({ from: version, to: version }, { calls })).toEqual([])
  expect(breakages({ from: '2.7', to: 'Preview' }, { calls: [] })).toEqual([])
  expect(breakages({ from: '2.7', to: 'Preview' }, { calls: ['GET /no/such/thing'] })).toEqual([])
})

test('a client is told of the models that its calls reach, and where they show', () => {
  expect(breakages({ from: '2.15', to: '2.16' }, { calls: ['GET /articles/{id}', 'GET /tags'] })).toEqual([
    {
      in: '2.16',
      kind: 'changed',
      why: 'An article has any number of parents; it used to name the first one by itself too.',
      model: 'article',
      fields: ['parent_id', 'parent_type'],
      shows: ['GET /articles/{id}'],
    },
  ])
  expect(whys('2.15', '2.16', 'GET /tags')).toEqual([])
})

test('models inside of others count, from the oldest change to the newest', () => {
  const found = breakages({ from: '2.11', to: 'Preview' }, { calls: ['POST /tickets/search'] })
  expect(found.filter(each => each.model === 'ticket').map(each => each.in)).toEqual(['2.12', '2.16'])
})

test('an operation that is no more is all there is to say of it', () => {
  expect(breakages({ from: '2.9', to: '2.16' }, { calls: ['GET /help_center/sections'] })).toMatchObject([
    { in: '2.10', kind: 'removed', shows: ['GET /help_center/sections'] },
  ])
  expect(whys('2.9', '2.9', 'GET /help_center/sections')).toEqual([])
})

test('behaviour is told to those whom it touches', () => {
  const merging = 'Contacts are merged only when they share an email, a phone or an external id.'
  expect(whys('2.15', '2.16', 'POST /contacts/merge')).toContain(merging)
  expect(whys('2.15', '2.16', 'GET /contacts')).not.toContain(merging)
  expect(whys('2.16', 'Preview', 'POST /contacts/merge')).not.toContain(merging)
})

test('a request that takes more than it did breaks nobody, one that wants something else does', () => {
  expect(whys('2.13', '2.14', 'POST /messages').join()).not.toContain('several contacts')
  expect(whys('2.13', '2.14', 'PUT /tickets/{id}').join()).toContain('`assignment`')
})

test('what webhooks carry counts as what is called', () => {
  const found = breakages({ from: '2.14', to: '2.16' }, { calls: [], topics: ['ticket.closed'] })
  expect(found.map(each => each.shows)).toEqual(found.map(() => ['webhook ticket.closed']))
  expect(found.map(each => each.kind)).toEqual(['behaviour', 'changed'])
})

test.each(gates)('the gate $name touches something there is', ({ touches }) => {
  const names = [
    ...allOperations.map(({ method, path }) => `${method} ${path}`),
    ...Object.keys(topics).map(name => `webhook ${name}`),
  ]
  expect(names.filter(name => touches.test(name))).not.toEqual([])
})
