import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { drainJobs } from '../../test/support/jobs.ts'
import { createCatalogConnector } from '../domain/ecommerce/index.ts'

const guichet = await startGuichet()
const { origin, token, database, clock } = guichet

let connector = 0
beforeEach(async () => {
  connector = await database.transaction(tx => createCatalogConnector(tx, acting(guichet, guichet), 'Shop'))
})

const run = () => drainJobs(guichet)

const product = (id: string, title = `Product ${id}`) => ({ id, title, url: `https://example.com/${id}` })
const file = (content: unknown) =>
  new Blob([typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)])

async function upload(fields: Record<string, string | Blob>, id: number | string = connector) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, value, 'products.json')
  const response = await fetch(`${origin}/ecommerce/connectors/${id}/catalog`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'intercom-version': 'Preview' },
    body: form,
  })
  const body: { import_job_id?: string; next_part_number?: number; errors?: object[] } = Object(
    await response.json(),
  )
  return { status: response.status, body }
}

const products = async () => {
  const rows = await database.unguarded.read
    .selectFrom('ecommerce_products')
    .select(['id', 'title'])
    .where('ecommerce_connector_id', '=', connector)
    .orderBy('id')
    .execute()
  return Object.fromEntries(rows.map(row => [row.id, row.title]))
}

test('a whole catalog is imported in place of the one before', async () => {
  const { status, body } = await upload({ catalog: file([product('a'), product('b'), { id: 'no-url' }]) })
  expect(status).toBe(202)
  expect(body).toEqual({
    ...{ import_job_id: body.import_job_id, status: 'processing' },
    message: 'Catalog received. Sync has started.',
  })
  const busy = await upload({ catalog: file([]) })
  expect([busy.status, busy.body.errors]).toEqual([
    409,
    [
      {
        code: 'sync_in_progress',
        message: 'A catalog upload is already in progress. Please wait for it to complete.',
      },
    ],
  ])
  await run()
  expect(await products()).toEqual({ a: 'Product a', b: 'Product b' })
  await upload({ catalog: file(gzipSync(JSON.stringify([product('b', 'Renamed'), product('c')]))) })
  await run()
  expect(await products()).toEqual({ b: 'Renamed', c: 'Product c' })
})

test('a catalog comes in parts, each of which may come again', async () => {
  const first = await upload({ catalog: file([product('1')]), finalize: 'false' })
  expect([first.status, first.body.next_part_number]).toEqual([202, 2])
  const job = { import_job_id: String(first.body.import_job_id) }
  const second = { ...job, finalize: 'false', part_number: '2' }
  expect((await upload({ ...second, catalog: file([product('x')]) })).body.next_part_number).toBe(3)
  expect((await upload({ ...second, catalog: file([product('2')]) })).body.next_part_number).toBe(3)
  const skipped = await upload({ ...second, part_number: '4', catalog: file([]) })
  expect([skipped.status, skipped.body.errors]).toEqual([
    422,
    [{ code: 'invalid_part_number', message: 'Expected part 3, got 4' }],
  ])
  const again = await upload({ catalog: file([]), finalize: 'false' })
  expect(again.body.errors).toMatchObject([
    { message: 'A multipart upload is already in progress. Use import_job_id to continue.' },
  ])
  const done = await upload({ ...job, finalize: 'true' })
  expect([done.status, done.body.import_job_id]).toEqual([202, job.import_job_id])
  expect((await upload({ ...job, finalize: 'true' })).status).toBe(409)
  await run()
  expect(await products()).toEqual({ 1: 'Product 1', 2: 'Product 2' })
})

test('an upload in parts that nobody goes on with is given up after a day', async () => {
  const { body } = await upload({ catalog: file([product('1')]), finalize: 'false' })
  clock.advance(86_401)
  expect((await upload({ catalog: file([product('2')]) })).status).toBe(202)
  const late = await upload({ finalize: 'true', import_job_id: String(body.import_job_id) })
  expect(late.status).toBe(404)
  await run()
  expect(await products()).toEqual({ 2: 'Product 2' })
})

test.each<[string, Record<string, string | Blob>, number, object]>([
  ['nothing', {}, 400, { code: 'parameter_not_found', message: 'catalog file is required' }],
  ['text for a file', { catalog: '[]' }, 400, { message: 'catalog must be an uploaded file' }],
  ['no JSON', { catalog: file('nonsense') }, 422, { message: 'catalog must be a JSON array' }],
  [
    'gzip cut short',
    { catalog: file(gzipSync(JSON.stringify([product('1')])).subarray(0, 30)) },
    422,
    { message: 'catalog must be a JSON array' },
  ],
  [
    'gzip that unpacks to too much',
    { catalog: file(gzipSync(Buffer.alloc(100 * 1024 * 1024, ' '))) },
    422,
    { code: 'payload_too_large' },
  ],
  ['an object', { catalog: file({}) }, 422, { code: 'invalid_catalog_format' }],
  [
    'an array of numbers',
    { catalog: file([1]) },
    422,
    { message: 'each item in the catalog array must be a JSON object' },
  ],
  [
    'a part without its job',
    { catalog: file([]), finalize: 'false', part_number: '2' },
    422,
    { code: 'import_job_id_required' },
  ],
  [
    'a part number that is none',
    { catalog: file([]), finalize: 'false', part_number: '0' },
    422,
    { message: 'part_number must be a positive integer' },
  ],
  [
    'an unknown job',
    { finalize: 'true', import_job_id: 'job_999999' },
    404,
    { code: 'upload_session_not_found' },
  ],
])('an upload of %s is refused', async (_, fields, status, error) => {
  const refused = await upload(fields)
  expect(refused.status).toBe(status)
  expect(refused.body.errors).toMatchObject([error])
})

test('of a form that is cut short nothing is kept', async () => {
  const part = '--x\r\ncontent-disposition: form-data; name="catalog"; filename="a.json"\r\n\r\n[{"id":'
  const response = await fetch(`${origin}/ecommerce/connectors/${connector}/catalog`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
    body: part,
  })
  expect(response.status).toBe(400)
  await run()
  expect(await products()).toEqual({})
  expect((await upload({ catalog: file([product('1')]) })).status).toBe(202)
})

test('a connector that is not there takes nothing, and JSON routes take no forms', async () => {
  expect((await upload({ catalog: file([]) }, 999999)).body.errors).toEqual([
    { code: 'import_source_not_found', message: 'No connector found with the provided id.' },
  ])
  const form = new FormData()
  form.set('name', 'x')
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${origin}/tags`, { method: 'POST', headers, body: form })).status).toBe(400)
})
