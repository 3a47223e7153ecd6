import type { Version } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { buildAdmin, buildSegment } from '../../test/support/factories.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { createWorkspace, database } = guichet

const workspace = await createWorkspace()
const { api } = workspace
for (const [name, data_type] of [
  ['plan', 'string'],
  ['seats', 'integer'],
  ['score', 'float'],
  ['vip', 'boolean'],
  ['renewal', 'date'],
])
  await api.post('/data_attributes', { name, model: 'contact', data_type })
const owner = await buildAdmin(guichet, 'Olive', workspace)
const ids = new Map<string, string>()
const make = async (name: string, body: object) => ids.set(name, (await api.post('/contacts', body)).body.id)
await make('ada', {
  ...{
    email: 'ada@example.com',
    external_id: 'A-1',
    name: 'Ada Lovelace',
    phone: '+353871234567',
    owner_id: owner,
  },
  ...{ signed_up_at: 1577865600, unsubscribed_from_emails: true },
  custom_attributes: { plan: 'pro 100%', seats: 3, score: 1.5, vip: true, renewal: 1577865600 },
})
await make('bob', {
  ...{ email: 'bob@other.org', external_id: 'B-2', name: 'Bob_Ross', signed_up_at: 1577923200 },
  custom_attributes: { plan: 'Free', seats: 10, score: -2.25, vip: false, renewal: 1577923200 },
})
await make('lead', { role: 'lead', name: 'Grace' })
const { body: tag } = await api.post('/tags', { name: 'Wanted' })
await api.post(`/contacts/${ids.get('bob')}/tags`, { id: tag.id })

const nameOf = (id: string) => ids.entries().find(([, known]) => known === id)?.[0]
const search = async (query: object, version: Version = 'Preview', of: TestWorkspace = workspace) => {
  const { body } = await of.api
    .at(version)
    .post('/contacts/search', { query, sort: { field: 'name', order: 'ascending' } })
  return (body.data ?? []).map(({ id }: { id: string }) => nameOf(id) ?? id)
}
const found = (field: string, operator: string, value: unknown, version?: Version) =>
  search({ field, operator, value }, version)

const TEXT: [string, string, unknown, string[]][] = [
  ['name', '=', 'ada lovelace', ['ada']],
  ['name', '!=', 'Ada Lovelace', ['bob', 'lead']],
  ['name', '~', 'LOVE', ['ada']],
  ['name', '!~', 'o', ['lead']],
  ['name', '^', 'bob_', ['bob']],
  ['name', '^', 'b_b', []],
  ['name', '$', 'ross', ['bob']],
  ['name', 'IN', ['Grace', 'bob_ross'], ['bob', 'lead']],
  ['name', 'NIN', ['Grace', 'bob_ross'], ['ada']],
  ['email', '=', ' ADA@example.com', ['ada']],
  ['email', 'IN', ['Ada@Example.com', 'bob@other.org'], ['ada', 'bob']],
  ['email', '=', null, ['lead']],
  ['email', '!=', null, ['ada', 'bob']],
  ['email_domain', '=', 'other.org', ['bob']],
  ['external_id', '=', 'A-1', ['ada']],
  ['external_id', '=', 'a-1', []],
  ['phone', '~', '87123', ['ada']],
  ['formatted_phone', '=', '+353871234567', ['ada']],
  ['role', '=', 'lead', ['lead']],
  ['role', '!=', 'user', ['lead']],
  ['role', '=', 'visitor', []],
  ['location.country', '=', null, ['ada', 'bob', 'lead']],
  ['andoid_sdk_version', '!=', '1', ['ada', 'bob', 'lead']],
]

test('text is compared in every way, and without regard to case where it is prose', async () => {
  for (const [field, operator, value, who] of TEXT)
    expect(await found(field, operator, value), `${field} ${operator} ${value}`).toEqual(who)
})

const OTHER: [string, string, unknown, string[]][] = [
  ['owner_id', '=', owner, ['ada']],
  ['owner_id', '=', String(owner), ['ada']],
  ['owner_id', '!=', owner, ['bob', 'lead']],
  ['owner_id', '=', 0, ['bob', 'lead']],
  ['owner_id', 'IN', [owner, 0], ['ada', 'bob', 'lead']],
  ['owner_id', '>', owner + 0.5, []],
  ['owner_id', '<', 1e300, ['ada']],
  ['unsubscribed_from_emails', '=', true, ['ada']],
  ['unsubscribed_from_emails', '!=', 'true', ['bob', 'lead']],
  ['tag_id', '=', 'TAG', ['bob']],
  ['tag_id', '!=', 'TAG', ['ada', 'lead']],
  ['tag_id', '=', 'no number', []],
  ['tag_id', '=', null, ['ada', 'lead']],
  ['id', '=', 'f'.repeat(24), []],
]

test('numbers, booleans and tags are compared', async () => {
  for (const [field, operator, value, who] of OTHER)
    expect(
      await found(field, operator, value === 'TAG' ? tag.id : value),
      `${field} ${operator} ${value}`,
    ).toEqual(who)
})

const ATTRIBUTES: [string, string, unknown, string[]][] = [
  ['plan', '=', 'pro 100%', ['ada']],
  ['plan', '=', null, ['lead']],
  ['plan', '!=', 'Free', ['ada', 'lead']],
  ['plan', '~', '0%', ['ada']],
  ['plan', '!~', 'free', ['ada', 'lead']],
  ['plan', '^', 'PRO', ['ada']],
  ['plan', 'IN', ['Free'], ['bob']],
  ['plan', 'NIN', ['Free'], ['ada', 'lead']],
  ['seats', '=', '3', ['ada']],
  ['seats', '>', 3, ['bob']],
  ['seats', '>=', 3, ['ada', 'bob']],
  ['seats', '<', 9.5, ['ada']],
  ['seats', '!=', 3, ['bob', 'lead']],
  ['seats', 'NIN', [3], ['bob', 'lead']],
  ['score', '=', -2.25, ['bob']],
  ['score', '<=', 1.5, ['ada', 'bob']],
  ['vip', '=', true, ['ada']],
  ['vip', '!=', true, ['bob', 'lead']],
  ['renewal', '=', 1577900000, ['ada']],
  ['renewal', '>', 1577869200, ['bob']],
  ['renewal', '<', 1577923200, ['ada']],
]

test('custom attributes are compared by the type they are defined with', async () => {
  for (const [name, operator, value, who] of ATTRIBUTES)
    expect(await found(`custom_attributes.${name}`, operator, value), `${name} ${operator} ${value}`).toEqual(
      who,
    )
})

test('dates are days of the workspace up to 2.16 and seconds at Preview', async () => {
  for (const version of ['2.7', '2.11', '2.16'] as const) {
    expect(await found('signed_up_at', '>', 1577869200, version)).toEqual(['bob'])
    expect(await found('signed_up_at', '=', 1577869200, version)).toEqual(['ada'])
    expect(await found('signed_up_at', '<', '1577929999', version)).toEqual(['ada'])
    const refused = await api
      .at(version)
      .post('/contacts/search', { query: { field: 'signed_up_at', operator: '>=', value: 1 } })
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'parameter_invalid'])
  }
  expect(await found('signed_up_at', '>', 1577865599)).toEqual(['ada', 'bob'])
  expect(await found('signed_up_at', '=', 1577869200)).toEqual([])
  expect(await found('signed_up_at', '>=', 1577923200)).toEqual(['bob'])
  expect(await found('signed_up_at', '!=', 1577865600)).toEqual(['bob', 'lead'])
})

test('a day begins at midnight where the workspace is', async () => {
  const tokyo = await createWorkspace({ timezone: 'Asia/Tokyo' })
  const { body } = await tokyo.api.post('/contacts', { external_id: 't', signed_up_at: 1577865600 })
  const signedUp = (operator: string, value: number) =>
    search({ field: 'signed_up_at', operator, value }, '2.16', tokyo)
  expect(await signedUp('=', 1577804400)).toEqual([body.id])
  expect(await signedUp('=', 1577804399)).toEqual([])
  expect(await signedUp('>', 1577804399)).toEqual([body.id])
})

test('segments are asked by their rules, and one within itself is empty', async () => {
  const paying = await buildSegment(
    guichet,
    'Paying',
    { field: 'custom_attributes.seats', operator: '>', value: 5 },
    'user',
    workspace,
  )
  expect(await found('segment_id', '=', paying)).toEqual(['bob'])
  expect(await found('segment_id', '!=', paying)).toEqual(['ada', 'lead'])
  expect(await found('segment_id', '=', 'f'.repeat(24))).toEqual([])
  const loop = await buildSegment(
    guichet,
    'Loop',
    { field: 'name', operator: '~', value: 'a' },
    'user',
    workspace,
  )
  const rules = {
    operator: 'OR',
    value: [
      { field: 'segment_id', operator: '=', value: loop },
      { field: 'name', operator: '^', value: 'ada' },
    ],
  }
  await database.transaction(tx =>
    tx
      .updateTable('segments')
      .set({ rules: JSON.stringify(rules) })
      .where('workspace_id', '=', workspace.id)
      .where('id', '=', loop)
      .execute(),
  )
  expect(await found('segment_id', '=', loop)).toEqual(['ada'])
})

test('groups nest, and an empty one is all or nothing', async () => {
  const role = { field: 'role', operator: '=', value: 'user' }
  const either = {
    operator: 'OR',
    value: [
      { field: 'name', operator: '^', value: 'Ada' },
      { field: 'name', operator: '=', value: 'Grace' },
    ],
  }
  expect(await search({ operator: 'AND', value: [role, either] })).toEqual(['ada'])
  expect(await search({ operator: 'OR', value: [role, either] })).toEqual(['ada', 'bob', 'lead'])
  expect(await search({ operator: 'AND', value: [] })).toEqual(['ada', 'bob', 'lead'])
  expect(await search({ operator: 'OR', value: [] })).toEqual([])
})

test('what cannot be searched is refused, never a fault', async () => {
  const refused: [object, string][] = [
    [{ field: 'shoe_size', operator: '=', value: 1 }, 'invalid_field'],
    [{ field: 'custom_attributes.nope', operator: '=', value: 1 }, 'invalid_field'],
    [{ field: 'name', operator: '>', value: 'a' }, 'parameter_invalid'],
    [{ field: 'tag_id', operator: 'IN', value: ['1'] }, 'parameter_invalid'],
    [{ field: 'name', operator: 'AND', value: 'a' }, 'parameter_invalid'],
    [{ field: 'name', operator: 'IN', value: 'a' }, 'parameter_invalid'],
    [{ field: 'unsubscribed_from_emails', operator: '=', value: 'perhaps' }, 'parameter_invalid'],
    [{ field: 'created_at', operator: '>', value: 'yesterday' }, 'parameter_invalid'],
    [{ field: 'name' }, 'parameter_invalid'],
    [{}, 'parameter_invalid'],
  ]
  for (const [query, code] of refused) {
    const { status, body } = await api.post('/contacts/search', { query })
    expect([status, body.errors?.[0].code], JSON.stringify(query)).toEqual([400, code])
  }
  for (const value of [9e15, -9e18, '1e400', 1e308])
    expect(
      (await api.post('/contacts/search', { query: { field: 'owner_id', operator: '<', value } })).status,
    ).toBeLessThan(500)
  expect(
    (
      await api
        .at('2.16')
        .post('/contacts/search', { query: { field: 'created_at', operator: '<', value: 9e300 } })
    ).status,
  ).toBe(200)
})

test('results are sorted by any column, nulls included, and paged to the end', async () => {
  for (const field of [
    'created_at',
    'updated_at',
    'last_seen_at',
    'signed_up_at',
    'name',
    'email',
    'owner_id',
    'id',
  ])
    for (const order of ['ascending', 'descending']) {
      const seen: string[] = []
      let starting_after: string | undefined
      do {
        const { body } = await api.post('/contacts/search', {
          query: { field: 'name', operator: '!=', value: null },
          pagination: { per_page: 1, ...(starting_after && { starting_after }) },
          sort: { field, order },
        })
        seen.push(body.data[0].id)
        starting_after = body.pages.next?.starting_after
      } while (starting_after && seen.length < 5)
      expect(new Set(seen), `${field} ${order}`).toEqual(new Set(ids.values()))
    }
})

test('an order that is none is refused from 2.16 on and passed over before', async () => {
  const body = {
    query: { field: 'role', operator: '=', value: 'user' },
    sort: { field: 'created_at', order: 'desc' },
  }
  const refused = await api.at('2.16').post('/contacts/search', body)
  expect([refused.status, refused.body.errors[0]]).toEqual([
    400,
    {
      code: 'invalid_sort_order',
      message: "Invalid sort order 'desc'. Must be one of: ascending, descending",
    },
  ])
  expect((await api.at('2.15').post('/contacts/search', body)).body.total_count).toBe(2)
  expect((await api.at('2.7').post('/contacts/search', { ...body, sort: { field: 'shoe' } })).status).toBe(
    200,
  )
})
