import { createServer, type IncomingMessage } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import {
  createConnectorToken,
  type ExecutionRequest,
  executeConnector,
  useConnector,
} from '../domain/data-connector/index.ts'
import { guardedEgress } from '../egress/egress.ts'
import { keyOfPassphrase, secretBox } from '../secrets/secret-box.ts'

const KEY = 'a passphrase of the test'
const guichet = await startGuichet({ GUICHET_SECRET_KEY: KEY })
const { api, ownerId, database, clock, createWorkspace } = guichet
const secrets = secretBox(async () => keyOfPassphrase(KEY))

const input = {
  name: 'order_id',
  type: 'string',
  description: 'The order',
  required: true,
  default_value: '',
}
const request = {
  ...{ name: 'Get Order Status', description: 'Looks it up', http_method: 'get', audiences: ['leads'] },
  url: 'https://api.example.com/orders/{{order_id}}/status',
  headers: [{ name: 'Authorization', value: 'Bearer secret' }],
  data_inputs: [input],
}
const create = async (more: object = {}) => (await api.post('/data_connectors', { ...request, ...more })).body

test('a connector is made as a draft, and nobody sees its headers again', async () => {
  const { status, body } = await api.at('2.16').post('/data_connectors', request)
  expect(status).toBe(201)
  const iso = new Date(clock.now() * 1000).toISOString().replace('.000Z', 'Z')
  expect(body).toEqual({
    ...{ type: 'data_connector', id: body.id, ...request, state: 'draft', direct_fin_usage: false },
    headers: [{ name: 'Authorization', value: '****' }],
    ...{ execution_type: 'server_side', configuration_response_type: 'test_response_type' },
    ...{
      data_transformation_type: 'full_access',
      client_function_name: null,
      client_function_timeout_ms: 30000,
    },
    ...{ response_fields: [], object_mappings: [], token_ids: [], customer_authentication: false },
    ...{ bypass_authentication: false, validate_missing_attributes: true },
    ...{ created_by_admin_id: String(ownerId), updated_by_admin_id: String(ownerId) },
    ...{ created_at: iso, updated_at: iso },
    execution_results_url: `/data_connectors/${body.id}/execution_results`,
  })
  expect((await api.get(`/data_connectors/${body.id}?state_version=draft`)).body).toEqual(body)
  const stored = await database.unguarded.read.selectFrom('data_connectors').select('headers').execute()
  expect(JSON.stringify(stored)).not.toContain('Bearer')
})

test('a connector is changed in part, and its masked headers stay as they are', async () => {
  const { id } = await create()
  const headers = [
    { name: 'authorization', value: '****' },
    { name: 'X-Extra', value: '1' },
  ]
  const mock_response = {
    order: { id: 12, price: 9.5, paid: true, at: '2026-01-02T03:04:05Z', lines: [{ sku: 'a' }] },
  }
  const { body } = await api.patch(`/data_connectors/${id}`, { name: 'Renamed', headers, mock_response })
  expect(body).toMatchObject({
    name: 'Renamed',
    url: request.url,
    configuration_response_type: 'mock_response_type',
  })
  expect(body.headers.map(({ name }: { name: string }) => name)).toEqual(['authorization', 'X-Extra'])
  expect(body.response_fields.map(({ path, type }: { path: string; type: string }) => [path, type])).toEqual([
    ...[
      ['order.id', 'integer'],
      ['order.price', 'decimal'],
      ['order.paid', 'boolean'],
    ],
    ...[
      ['order.at', 'datetime'],
      ['order.lines.0.sku', 'string'],
    ],
  ])
})

test('a connector goes live with an address, and is deleted as a draft that nothing uses', async () => {
  const { id } = await create({ url: undefined })
  const path = `/data_connectors/${id}`
  expect((await api.patch(path, { state: 'live' })).status).toBe(422)
  expect((await api.patch(path, { state: 'live', url: request.url })).body.state).toBe('live')
  expect((await api.delete(path)).body.errors[0]).toEqual({
    ...{ code: 'conflict', message: 'Data connector must be in draft state to be deleted' },
  })
  const use = { connectorId: Number(id), userType: 'workflow', userId: '1' }
  await database.transaction(tx => useConnector(tx, acting(guichet, guichet), use))
  for (const call of [api.delete(path), api.patch(path, { state: 'draft' })]) {
    const { status, body } = await call
    expect([status, body.errors[0].code]).toEqual([409, 'data_connector_in_use'])
  }
  const other = await create()
  expect((await api.delete(`/data_connectors/${other.id}`)).body).toEqual({
    ...{ id: other.id, object: 'data_connector', deleted: true },
  })
  expect((await api.get(`/data_connectors/${other.id}`)).body.errors).toEqual([
    { code: 'data_connector_not_found', message: 'Data connector not found' },
  ])
})

test.each([
  [{ name: undefined }, { code: 'parameter_not_found', message: 'Name is required' }],
  [
    { audiences: ['everyone'] },
    {
      code: 'parameter_invalid',
      message: 'Invalid audiences. Must be a subset of: leads, users, visitors',
    },
  ],
  [{ http_method: 'head' }, { code: 'parameter_invalid', message: "Http Method isn't an option" }],
  [{ url: 'ftp://example.com' }, { code: 'parameter_invalid' }],
  [{ headers: [{ name: 'Host', value: 'x' }] }, { code: 'parameter_invalid' }],
  [{ headers: [{ name: 'X', value: 'a\r\nB: c' }] }, { code: 'parameter_invalid' }],
  [{ data_inputs: [{ ...input, description: '' }] }, { code: 'parameter_invalid' }],
  [{ token_ids: ['999999'] }, { code: 'parameter_invalid' }],
])('a connector with %j is refused', async (change, error) => {
  const { status, body } = await api.post('/data_connectors', { ...request, ...change })
  expect(status).toBe(422)
  expect(body.errors[0]).toMatchObject(error)
})

test('connectors come by their latest change, page by page', async () => {
  const { api: theirs } = await createWorkspace()
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) {
    ids.push((await theirs.post('/data_connectors', { name: `C${n}` })).body.id)
    clock.advance(1)
  }
  const { body: first } = await theirs.get('/data_connectors?per_page=2')
  const cursor = encodeURIComponent(first.pages.next.starting_after)
  const { body: last } = await theirs.get(`/data_connectors?per_page=2&starting_after=${cursor}`)
  const seen = [...first.data, ...last.data].map(({ id }) => id)
  expect(seen).toEqual(ids.toReversed())
  expect(last.pages.next).toBeNull()
  expect((await theirs.get('/data_connectors?starting_after=x')).body.errors[0].code).toBe('client_error')
  expect((await theirs.get(`/data_connectors/${ids[0]}?state_version=old`)).body.errors[0].message).toBe(
    'Invalid state_version. Must be one of: live, draft',
  )
})

/** A server over there that answers as it is told, and what it was asked. */
const asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
let answers: [status: number, body: string][] = []
const there = createServer((incoming, response) => {
  const chunks: Buffer[] = []
  incoming.on('data', chunk => chunks.push(chunk))
  incoming.on('end', () => {
    const { method = '', url = '', headers } = incoming
    asked.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
    const [status, body] = answers.shift() ?? [200, '{"ok":true}']
    response.writeHead(status).end(body)
  })
})
await new Promise<void>(done => there.listen(0, '127.0.0.1', done))
afterAll(() => void there.close())
const address = there.address()
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`

const waits: number[] = []
const execute = (connectorId: string, inputs: ExecutionRequest['inputs'], allow = ['127.0.0.1']) =>
  executeConnector(
    { database, secrets, egress: guardedEgress(allow), pause: async ms => waits.push(ms) },
    acting(guichet, guichet),
    { connectorId, inputs, source: { type: 'inbox' } },
  )

test('a connector sends its inputs where its templates say, and cannot be talked out of them', async () => {
  const token = await database.transaction(tx =>
    createConnectorToken(tx, acting(guichet, guichet), {
      ...{ name: 'Key', headerName: 'X-Api-Key', value: 'key-1', secrets },
    }),
  )
  const { id } = await create({
    ...{ http_method: 'post', url: `${base}/orders/{{order_id}}?q={{order_id}}#part`, token_ids: [token] },
    body: '{"id": "{{order_id}}", "none": "{{unknown}}"}',
  })
  const run = await execute(id, { order_id: '../7"&x=1' })
  expect(asked.at(-1)).toMatchObject({
    ...{ method: 'POST', url: '/orders/..%2F7%22%26x%3D1?q=..%2F7%22%26x%3D1' },
    body: '{"id": "../7\\"&x=1", "none": ""}',
  })
  expect(asked.at(-1)?.headers).toMatchObject({
    ...{ authorization: 'Bearer secret', 'x-api-key': 'key-1', 'content-type': 'application/json' },
  })
  expect(run).toMatchObject({ success: true, http_status: 200, source_type: 'inbox', error_type: null })
  const { body: found } = await api.get(`/data_connectors/${id}/execution_results/${run.id}`)
  expect(found).toEqual(run)
  expect(found).toMatchObject({
    ...{ request_url: `${base}/orders/..%2F7%22%26x%3D1`, response_body: '{"ok":true}' },
  })
  expect(await topicsOf(guichet, 'data_connector_execution', run.id)).toEqual([
    'data_connector.execution.completed',
  ])
})

test('what failed for a moment is tried again, but never done twice', async () => {
  const { id } = await create({ url: `${base}/{{order_id}}` })
  answers = [
    [503, ''],
    [429, ''],
    [200, 'fine'],
  ]
  waits.length = 0
  expect(await execute(id, { order_id: '1' })).toMatchObject({ success: true, response_body: 'fine' })
  expect(waits).toEqual([500, 2000])
  const { id: posting } = await create({ url: `${base}/{{order_id}}`, http_method: 'post' })
  answers = [[503, 'busy']]
  expect(await execute(posting, { order_id: '1' })).toMatchObject({
    ...{ success: false, http_status: 503, error_type: '3rd_party_error' },
  })
  expect(waits).toHaveLength(2)
})

test('each way to fail has its name', async () => {
  const { id } = await create({ url: `${base}/{{order_id}}`, mock_response: { ok: true } })
  expect(await execute(id, {})).toMatchObject({
    ...{ error_type: 'request_validation_error', error_message: 'The input order_id is missing' },
  })
  expect(await execute(id, { order_id: '1' }, [])).toMatchObject({
    ...{ success: false, http_status: null, error_type: 'request_configuration_error' },
  })
  answers = [[200, 'not json']]
  expect((await execute(id, { order_id: '1' })).error_type).toBe('response_mapping_error')
  const { id: nobody } = await create({ url: 'http://127.0.0.1:9/{{order_id}}' })
  expect(await execute(nobody, { order_id: '1' })).toMatchObject({
    ...{ error_type: '3rd_party_error', error_message: 'Connection refused' },
  })
})

test('runs are listed by time, outcome and error, their bodies only where they are asked for', async () => {
  const { id } = await create({ url: `${base}/{{order_id}}` })
  const path = `/data_connectors/${id}/execution_results`
  await execute(id, { order_id: '1' })
  clock.advance(4000)
  await execute(id, {})
  await execute(id, { order_id: '2' })
  const successes = async (query: string) =>
    (await api.get(path + query)).body.data.map((run: { success: boolean }) => run.success)
  expect(await successes('')).toEqual([true, false])
  expect(await successes('?success=false')).toEqual([false])
  expect(await successes('?error_type=request_validation_error')).toEqual([false])
  expect(await successes(`?start_ts=${clock.now() - 5000}&end_ts=${clock.now() - 3000}`)).toEqual([true])
  const { body: page } = await api.get(`${path}?per_page=1`)
  expect(page.data[0]).not.toHaveProperty('response_body')
  const cursor = encodeURIComponent(page.pages.next.starting_after)
  const { body: next } = await api.get(`${path}?per_page=1&starting_after=${cursor}&include_bodies=true`)
  expect([next.data[0].success, next.data[0].request_body]).toEqual([false, null])
  const refusal = async (query: string) => (await api.get(path + query)).body.errors[0].message
  expect(await refusal('?start_ts=yesterday')).toBe('start_ts must be a Unix timestamp (integer)')
  expect(await refusal('?error_type=x')).toMatch(
    /^Invalid error_type. Must be one of: request_configuration_error, /,
  )
  expect((await api.get(`${path}/999999`)).body.errors[0].code).toBe('execution_result_not_found')
  expect((await api.get('/data_connectors/999999/execution_results')).body.errors[0].code).toBe(
    'data_connector_not_found',
  )
})
