import { expect, test } from 'vitest'
import { compareOpenApi } from './openapi-compare.ts'

/** A description with one operation. */
const described = (of: {
  body?: object
  answer?: object
  status?: number
  query?: string[]
  path?: string
}) => ({
  paths: {
    [of.path ?? '/tags/{id}']: {
      post: {
        parameters: (of.query ?? []).map(name => ({ name, in: 'query', schema: { type: 'string' } })),
        ...(of.body && { requestBody: { content: { 'application/json': { schema: of.body } } } }),
        responses: {
          [of.status ?? 200]: of.answer ? { content: { 'application/json': { schema: of.answer } } } : {},
        },
      },
    },
  },
  components: { schemas: { tag: object({ id: { type: 'string' } }) } },
})

const object = (properties: object) => ({ type: 'object', properties })
const text = { type: 'string' }
const tag = { $ref: '#/components/schemas/tag' }

const compare = (published: Parameters<typeof described>[0], ours: Parameters<typeof described>[0]) =>
  compareOpenApi(described(published), described(ours)).map(({ at, what }) => `${at}: ${what}`)

test('what is written in another way is the same', () => {
  const nullable = object({ a: { ...text, nullable: true }, b: { ...text, enum: ['x'] }, c: tag })
  const union = object({ a: { anyOf: [text, { type: 'null' }] }, b: { const: 'x' }, c: { allOf: [tag] } })
  expect(compare({ answer: nullable }, { answer: union, path: '/tags/{tag_id}' })).toEqual([])
  const either = { oneOf: [object({ a: text }), object({ b: text })] }
  expect(compare({ body: either }, { body: object({ a: text, b: text }) })).toEqual([])
})

test('what one of them lacks is told, in the words of our model where there is one', () => {
  const wider = { allOf: [tag], properties: { name: text } }
  expect(compare({ answer: object({ tag: wider }) }, { answer: object({ tag }) })).toEqual([
    'answer tag.name: only published',
  ])
  expect(compare({ body: object({ a: text }) }, { body: object({ a: text, b: text }) })).toEqual([
    'body POST /tags/{}.b: only ours',
  ])
  expect(compare({ query: ['page'] }, { query: [] })).toEqual(['query POST /tags/{} page: only published'])
  expect(compare({ path: '/tags' }, {})).toEqual(['POST /tags: only published', 'POST /tags/{}: only ours'])
  expect(compare({ status: 202 }, {})).toEqual(['status POST /tags/{}: published 202, ours 200'])
})

test('a body may take more types than are published, an answer is of exactly those', () => {
  const [narrow, wide] = [object({ a: text }), object({ a: { anyOf: [text, { type: 'integer' }] } })]
  expect(compare({ body: narrow }, { body: wide })).toEqual([])
  expect(compare({ body: wide }, { body: narrow })).toHaveLength(1)
  expect(compare({ answer: narrow }, { answer: wide })).toEqual([
    'answer POST /tags/{}.a: published string, ours integer or string',
  ])
})
