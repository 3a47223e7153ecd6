import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { sendBytes, sendRaw } from '../../test/support/raw.ts'

const guichet = await startGuichet()
const { api, origin, token, ownerId } = guichet
const headers = { authorization: `Bearer ${token}` }
const send = (method: string, path: string) => sendRaw(origin, { method, path, headers })

const notFound = { type: 'error.list', errors: [{ code: 'not_found', message: 'Resource Not Found' }] }

test('a route nobody made, or made for another method, is not found', async () => {
  const unknown = [
    ...[
      ['GET', '/inboxes'],
      ['GET', '/v2/me'],
      ['GET', '/me/too'],
      ['GET', '//me'],
      ['GET', '/ME'],
    ],
    ...[
      ['POST', '/me'],
      ['PATCH', '/tags'],
      ['OPTIONS', '/me'],
      ['DELETE', '/admins'],
      ['PROPFIND', '/me'],
    ],
  ] as const
  for (const [method, path] of unknown) {
    const { status, body, headers } = await send(method, path)
    expect([status, JSON.parse(body)], `${method} ${path}`).toMatchObject([404, notFound])
    expect(JSON.parse(body).request_id).toBe(headers['x-request-id'])
  }
})

test('a slash or .json at the end makes no difference', async () => {
  for (const path of [
    '/me',
    '/me/',
    '/me.json',
    '/me.json?x=1',
    `/admins/${ownerId}.json`,
    '/admins/?display_avatar=true',
  ])
    expect((await send('GET', path)).status, path).toBe(200)
})

test('HEAD answers as GET without a body', async () => {
  const { status, headers: told, body } = await send('HEAD', '/me')
  expect([status, body, told['intercom-version']]).toEqual([200, '', '2.16'])
  expect((await send('HEAD', '/admins/0')).status).toBe(404)
})

test('a path that cannot be read is not found', async () => {
  for (const path of [
    '/admins/%zz',
    '/admins/%',
    '/admins/%E0%A4%A',
    '/admins/%ED%A0%80',
    `/admins/${'9'.repeat(600)}`,
  ]) {
    const { status, body, headers } = await send('GET', path)
    expect([status, JSON.parse(body)], path).toMatchObject([404, notFound])
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  }
})

test('a query that cannot be read is no fault of ours', async () => {
  for (const query of [
    '%zz=1',
    'model=%',
    'model=a&model=b',
    'model[]=contact',
    'model[a]=b',
    '&&=&',
    'include_archived=perhaps',
  ])
    expect((await send('GET', `/data_attributes?${query}`)).status, query).toBeLessThan(500)
})

test('an id is a number or text, padded or not, and nothing else is one', async () => {
  const { body: tag } = await api.post('/tags', { name: 'Numbered' })
  expect((await api.post('/tags', { id: Number(tag.id), name: 'Renumbered' })).body.id).toBe(tag.id)
  for (const id of ['0', '-1', '1.5', '1e3', 'x', '%20', '9'.repeat(40), '٣', `${tag.id}x`])
    expect((await send('GET', `/tags/${encodeURI(id)}`)).status, id).toBe(404)
})

test('what is not HTTP gets an answer in the envelope too', async () => {
  const garbled = await sendBytes(origin, 'NONSENSE\r\n\r\n')
  expect(garbled).toMatch(/^HTTP\/1\.1 400 /)
  expect(JSON.parse(garbled.split('\r\n\r\n')[1] ?? '')).toMatchObject({ errors: [{ code: 'client_error' }] })
  const long = await sendBytes(origin, `GET /me HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`)
  expect(long).toMatch(/^HTTP\/1\.1 431 /)
})

test('the address of a caller is what the nearest proxy says, not what the caller says', async () => {
  const { api: theirs, clock } = guichet
  const away = (away_mode_enabled: boolean, forwarded: string) =>
    theirs.put(
      `/admins/${ownerId}/away`,
      { away_mode_enabled, away_mode_reassign: false },
      { headers: { 'x-forwarded-for': forwarded } },
    )
  await away(true, '203.0.113.9')
  clock.advance(1)
  await away(false, '198.51.100.1, 203.0.113.7, 10.0.0.1')
  const { body } = await theirs.get(`/admins/activity_logs?created_at_after=${clock.now() - 10}`)
  const addresses = body.activity_logs.map((log: { performed_by: { ip: string } }) => log.performed_by.ip)
  expect(addresses).toEqual(['203.0.113.7', '203.0.113.9'])
})
