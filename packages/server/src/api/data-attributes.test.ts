import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, database, clock, ownerId, id: workspaceId, createWorkspace } = await startGuichet()

interface Row {
  name: string
  full_name: string
  model: string
  api_writable: boolean
  data_type: string
}
const textOf = ({ body }: { body: { errors: { message: string }[] } }) => body.errors[0]?.message
const names = (rows: Row[]) => rows.map(row => row.full_name)

test('a company has the standard attributes in the recorded order, its own between them', async () => {
  const { api: theirs } = await createWorkspace()
  await theirs.post('/data_attributes', { name: 'The One Ring', model: 'company', data_type: 'string' })
  const { body } = await theirs.get('/data_attributes?model=company')
  expect(names(body.data)).toEqual([
    ...[
      'name',
      'company_id',
      'last_request_at',
      'remote_created_at',
      'user_count',
      'session_count',
      'plan.name',
    ],
    ...['monthly_spend', 'size', 'industry', 'website', 'custom_attributes.The One Ring'],
    ...['id', 'created_at', 'updated_at', 'plan.id', 'app_id'],
  ])
  expect(names(body.data.filter((row: Row) => row.api_writable))).toEqual([
    ...[
      'name',
      'remote_created_at',
      'monthly_spend',
      'size',
      'industry',
      'website',
      'custom_attributes.The One Ring',
    ],
  ])
  expect(body.data.find((row: Row) => row.full_name === 'plan.id')).not.toHaveProperty('id')
})

test('every version lists contacts and companies, up to 2.15 conversations too', async () => {
  const now = clock.now()
  await database.transaction(tx =>
    tx
      .insertInto('data_attributes')
      .values({
        ...{ workspace_id: workspaceId, model: 'conversation', name: 'Severity', data_type: 'list' },
        ...{ options: JSON.stringify([{ id: 'a', value: 'High' }]), created_at: now, updated_at: now },
      })
      .execute(),
  )
  for (const version of VERSIONS) {
    const { body } = await api.at(version).get('/data_attributes')
    const models = new Set(body.data.map((row: Row) => row.model))
    const apart = version === '2.16' || version === 'Preview'
    expect([...models]).toEqual(apart ? ['contact', 'company'] : ['contact', 'company', 'conversation'])
  }
  const { body: old } = await api.at('2.15').get('/data_attributes?model=conversation')
  expect(old.data).toMatchObject([{ name: 'Severity', data_type: 'string', options: ['High'] }])
  const refused = await api.at('2.16').get('/data_attributes?model=conversation')
  expect([refused.status, refused.body.errors[0]]).toEqual([
    422,
    {
      code: 'parameter_invalid',
      message: 'model=conversation is no longer supported. Use GET /conversations/attributes instead',
    },
  ])
  expect((await api.get('/data_attributes?model=ticket')).status).toBe(400)
})

test('an attribute is made with what the recorded answer has', async () => {
  const { body } = await api.post('/data_attributes', {
    name: 'Mithril Shirt',
    model: 'company',
    data_type: 'string',
  })
  expect(body).toEqual({
    ...{
      type: 'data_attribute',
      id: body.id,
      name: 'Mithril Shirt',
      full_name: 'custom_attributes.Mithril Shirt',
    },
    ...{ label: 'Mithril Shirt', data_type: 'string', api_writable: true, ui_writable: false },
    ...{ messenger_writable: false, custom: true, archived: false, admin_id: String(ownerId) },
    ...{ created_at: clock.now(), updated_at: clock.now(), model: 'company' },
  })
  const old = await api
    .at('2.10')
    .post('/data_attributes', { name: 'Elven Cloak', model: 'contact', data_type: 'date' })
  expect(old.body).toMatchObject({ messenger_writable: true, data_type: 'date' })
})

test('a list has options: as objects, below 2.14 as plain strings too', async () => {
  const list = {
    name: 'Ring size',
    model: 'contact',
    data_type: 'options',
    options: [{ value: 'S' }, { value: 'L' }],
  }
  const { body } = await api.post('/data_attributes', list)
  expect(body).toMatchObject({ data_type: 'string', options: ['S', 'L'] })
  const older = { name: 'Ring metal', model: 'contact', data_type: 'string', options: ['gold', 'silver'] }
  expect((await api.at('2.13').post('/data_attributes', older)).body.options).toEqual(['gold', 'silver'])
  const one = { ...list, name: 'Ring count', options: [{ value: '1' }] }
  expect((await api.post('/data_attributes', one)).status).toBe(400)
  expect(textOf(await api.post('/data_attributes', { ...one, options: { value: '1' } }))).toBe(
    "Options isn't an array",
  )
})

test('a name is taken once for contacts and companies together', async () => {
  await api.post('/data_attributes', { name: 'The One Ring', model: 'company', data_type: 'string' })
  expect(
    textOf(
      await api.post('/data_attributes', { name: 'The One Ring', model: 'contact', data_type: 'integer' }),
    ),
  ).toBe(
    "You already have 'The One Ring' in your company data. To save this as new people data, use a different name.",
  )
  expect(
    textOf(
      await api.post('/data_attributes', { name: 'The One Ring', model: 'company', data_type: 'string' }),
    ),
  ).toBe(
    "You already have 'The One Ring' in your company data. To save this as new company data, use a different name.",
  )
  const both = await Promise.all(
    ['contact', 'company'].map(model =>
      api.post('/data_attributes', { name: 'Raced', model, data_type: 'string' }),
    ),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400])
})

test('what is no attribute is refused in its words', async () => {
  const ok = { name: 'Sword', model: 'company', data_type: 'string' }
  const text = async (body: object) => textOf(await api.post('/data_attributes', body))
  expect(await text({ ...ok, name: '!nv@l!d n@me' })).toBe(
    'Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens',
  )
  expect(await text({ ...ok, data_type: 'mithril' })).toBe("Data Type isn't an option")
  expect(await text({ description: 'Just a plain old ring', options: [{ value: '1-10' }] })).toBe(
    'The Data Attribute model field must be either contact or company',
  )
  expect(await text({ model: 'contact', data_type: 'string' })).toBe('Name is a required parameter.')
  expect(await text({ ...ok, name: 'x'.repeat(200) })).toMatch(/at most 190/)
})

test('an attribute changes, is archived and comes back', async () => {
  const { body: made } = await api.post('/data_attributes', {
    name: 'Staff',
    model: 'contact',
    data_type: 'string',
  })
  const put = (body: object) => api.put(`/data_attributes/${made.id}`, body)
  const { body } = await put({ description: 'Of wood', options: [{ value: 'oak' }, { value: 'ash' }] })
  expect(body).toMatchObject({ description: 'Of wood', options: ['oak', 'ash'], data_type: 'string' })
  expect((await put({ archived: true })).body.archived).toBe(true)
  const isListed = async (query: string) =>
    names((await api.get(`/data_attributes?model=contact${query}`)).body.data).includes(
      'custom_attributes.Staff',
    )
  expect([await isListed(''), await isListed('&include_archived=true')]).toEqual([false, true])
  await api.post('/data_attributes', { name: 'staff', model: 'contact', data_type: 'string' })
  expect(textOf(await put({ archived: false }))).toMatch(/^You already have 'Staff' in your people data/)
  expect(textOf(await put({ options: { value: '1-10' } }))).toBe("Options isn't an array")
})

test('an attribute that a segment is made with cannot be archived', async () => {
  const { body: made } = await api.post('/data_attributes', {
    name: 'Horse',
    model: 'contact',
    data_type: 'string',
  })
  const rules = {
    operator: 'AND',
    value: [{ field: 'custom_attributes.Horse', operator: '=', value: 'white' }],
  }
  const at = { created_at: clock.now(), updated_at: clock.now() }
  await database.transaction(tx =>
    tx
      .insertInto('segments')
      .values({
        ...{ workspace_id: workspaceId, id: 'f'.repeat(24), name: 'Riders', person_type: 'user', ...at },
        rules: JSON.stringify(rules),
      })
      .execute(),
  )
  const { status, body } = await api.put(`/data_attributes/${made.id}`, { archived: true })
  expect([status, body.errors]).toEqual([
    422,
    [
      {
        code: 'data_invalid',
        message: 'The Data Attribute you are trying to archive has a dependant object',
      },
    ],
  ])
})

test('an attribute nobody made cannot be changed', async () => {
  for (const id of ['999999999', 'x']) {
    const { status, body } = await api.put(`/data_attributes/${id}`, { description: 'x' })
    expect([status, body.errors]).toEqual([
      404,
      [{ code: 'field_not_found', message: "We couldn't find that data attribute to update" }],
    ])
  }
})
