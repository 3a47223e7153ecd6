import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { sendRaw } from '../../test/support/raw.ts'

const { api, origin, token } = await startGuichet()
const authorization = `Bearer ${token}`

const postRaw = (
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) => sendRaw(origin, { method: 'POST', path: '/tags', headers: { authorization, ...headers }, body })

const codeOf = ({ body }: { body: string }) => JSON.parse(body).errors[0].code

test('what is not JSON is refused', async () => {
  for (const body of [
    '{"broken": [1, 2',
    '{name: "x"}',
    "{'name': 1}",
    'name=x',
    '{"name":"x"}}',
    '\u{feff}nope',
    '--x',
  ]) {
    const answer = await postRaw(body)
    expect([answer.status, codeOf(answer)], body).toEqual([400, 'client_error'])
  }
})

test('a body has to be an object', async () => {
  for (const body of ['[]', '"text"', '1', 'null', 'true', ''])
    expect((await postRaw(body)).status, body).toBe(400)
})

test('a body is JSON under any name or none', async () => {
  for (const type of [
    'application/json; charset=utf-8',
    'text/plain',
    'application/vnd.api+json',
    'application/x-www-form-urlencoded',
  ])
    expect((await postRaw('{"name":"Named"}', { 'content-type': type })).status, type).toBe(200)
  expect((await postRaw('{"name":"Unnamed"}', {})).status).toBe(200)
  expect((await postRaw('{"name":"Odd"}', { 'content-type': 'nonsense' })).status).toBe(415)
})

test('nesting too deep to walk is refused, whatever it is made of', async () => {
  for (const body of [
    '['.repeat(100_000),
    `{"name":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`,
    `{"name":${'['.repeat(65)}${']'.repeat(65)}}`,
  ])
    expect((await postRaw(body)).status).toBe(400)
  expect((await postRaw(`{"name":"${'['.repeat(200)}"}`)).status).toBe(200)
})

test('NUL and halves of surrogate pairs are refused wherever they are', async () => {
  const bad = ['\\u0000', '\\ud800', '\\udc00x', 'a\\uD83D']
  for (const text of bad) {
    const bodies = [
      `{"name":"${text}"}`,
      `{"${text}":1,"name":"ok"}`,
      `{"name":"ok","users":[{"id":"${text}"}]}`,
    ]
    for (const body of bodies) {
      const answer = await postRaw(body)
      expect([answer.status, codeOf(answer)], body).toEqual([400, 'parameter_invalid'])
    }
  }
  expect((await postRaw('{"name":"whole \\ud83d\\ude00 \\\\u0000"}')).status).toBe(200)
  for (const path of ['/admins/%00', '/data_attributes?model=%00', '/admins?%00=1'])
    expect((await sendRaw(origin, { path, headers: { authorization } })).status, path).toBe(400)
})

test('names that objects have by birth are names like others', async () => {
  for (const body of ['{"__proto__":{"name":"x"}}', '{"constructor":{"prototype":{"name":"x"}}}'])
    expect((await postRaw(body)).status).toBe(400)
  const { body: tag } = await api.post('/tags', { name: '__proto__' })
  expect(tag.name).toBe('__proto__')
})

test('a body too large is refused, told or found', async () => {
  const large = JSON.stringify({ name: 'x'.repeat(6 * 1024 * 1024) })
  const told = await postRaw(large)
  expect([told.status, codeOf(told)]).toEqual([413, 'payload_too_large'])
  const found = await postRaw(large, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' })
  expect(found.status).toBe(413)
})

test('a DELETE may bring a body, an empty one or none', async () => {
  for (const body of [undefined, '', '{}', '{"admin_id":1}']) {
    const { body: tag } = await api.post('/tags', { name: `Deleted ${body}` })
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = { method: 'DELETE', path: `/tags/${tag.id}`, headers: { authorization, ...type } }
    expect((await sendRaw(origin, { ...sent, ...(body !== undefined && { body }) })).status, body).toBe(200)
  }
})

test('a large answer is compressed for who can read that', async () => {
  const ask = (encoding: string) =>
    sendRaw(origin, { path: '/data_attributes', headers: { authorization, 'accept-encoding': encoding } })
  expect((await ask('gzip, deflate')).headers['content-encoding']).toBe('gzip')
  expect((await ask('identity')).headers['content-encoding']).toBeUndefined()
  expect((await fetch(`${origin}/data_attributes`, { headers: { authorization } })).status).toBe(200)
})
