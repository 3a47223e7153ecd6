import { gatesAt } from '@guichet/contract/change.ts'
import { Problem } from '@guichet/contract/errors.ts'
import { OPERATORS, parseQuery } from '@guichet/contract/search.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startGuichet } from '../../../test/support/guichet.ts'
import { contactSearchable } from '../../domain/contact/index.ts'
import { compileSearch } from './compile.ts'
import { pageOfIds } from './page.ts'

const { database, id, ownerId, appId, clock } = await startGuichet()

const actor = {
  ...{
    workspace: { id, name: 'Test', timezone: 'Europe/Paris' },
    adminId: ownerId,
    appId,
    scopes: 'all' as const,
  },
  ...{ version: 'Preview' as const, gates: gatesAt('Preview'), strict: false, now: clock.now() },
  ...{ origin: 'http://localhost', ip: undefined },
}

const searchable = contactSearchable(database.read, actor)

/** The selection a query tree narrows, as it would be paged over. */
async function selectionOf(query: unknown) {
  const condition = await compileSearch({ tx: database.read, actor }, searchable, parseQuery(query))
  return database.read.selectFrom('contacts').where('contacts.workspace_id', '=', id).where(condition)
}

const field = fc.constantFrom(
  'name',
  'email',
  'id',
  'owner_id',
  'created_at',
  'has_hard_bounced',
  'tag_id',
  'segment_id',
  'x',
)
const scalar = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const leaf = fc.record({
  field,
  operator: fc.constantFrom<string>(...OPERATORS, 'AND', 'like'),
  value: fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.object()),
})
const tree = fc.oneof(
  leaf,
  fc.record({ operator: fc.constantFrom('AND', 'OR'), value: fc.array(leaf, { maxLength: 4 }) }),
)

test('any query tree is answered or refused in words, and never fails in the database', async () => {
  const order = {
    ...({ column: 'contacts.created_at', columnType: 'bigint', direction: 'desc' } as const),
    ...({ id: 'contacts.id', idType: 'text' } as const),
  }
  const ask = async (query: unknown) => {
    const page = await pageOfIds(database.read, await selectionOf(query), order, {
      ...{ endpoint: 'test', perPage: 5, startingAfter: undefined },
    })
    return page.ids
  }
  await fc.assert(
    fc.asyncProperty(tree, async query => {
      const told = await ask(query).catch((error: unknown) => error)
      const isNul = JSON.stringify(query).includes('\\u0000')
      expect(Array.isArray(told) || told instanceof Problem || isNul, String(told)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('values are parameters, whatever is in them', async () => {
  const hostile = `'; drop table contacts; --`
  for (const operator of ['=', '!=', '~', '!~', '^', '$'])
    for (const name of ['name', 'email', 'external_id']) {
      const compiled = (await selectionOf({ field: name, operator, value: hostile })).selectAll().compile()
      expect(compiled.sql).not.toContain('drop table')
    }
})

test('the structure of a query is checked before anything is asked', () => {
  const deep = { operator: 'AND', value: [{ operator: 'OR', value: [{ operator: 'AND', value: [] }] }] }
  const wide = {
    operator: 'OR',
    value: Array.from({ length: 16 }, () => ({ field: 'id', operator: '=', value: '1' })),
  }
  for (const query of [deep, wide, null, [], 'name', { operator: 'AND', value: 'x' }])
    expect(() => parseQuery(query), JSON.stringify(query)).toThrow(Problem)
})
