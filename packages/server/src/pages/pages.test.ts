import { VERSIONS } from '@guichet/contract/version.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { languageOf } from './language.ts'

const { origin, token } = await startGuichet()

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(origin + path, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('the start page says where to go, in the language of the reader', async () => {
  const english = await get('/')
  const french = await get('/', { 'accept-language': 'fr-CA, en;q=0.5' })
  expect([english.status, french.status]).toEqual([200, 200])
  expect(english.text).toContain('<html lang="en">')
  expect(english.text).toContain(`curl ${origin}/me`)
  expect(french.text).toContain('Un premier appel')
  expect((await get('/?lang=en', { 'accept-language': 'fr' })).text).toContain('A first call')
})

test('the start page runs no scripts and cannot be framed', async () => {
  const { headers, text } = await get('/')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(text).not.toContain('<script')
})

test('the language is the best of ours that the browser accepts', () => {
  expect(languageOf(undefined, 'de, fr;q=0.4, en;q=0.3')).toBe('fr')
  expect(languageOf(undefined, 'fr;q=0, de')).toBe('en')
  expect(languageOf('fr', undefined)).toBe('fr')
})

test('health answers without a token', async () => {
  expect(JSON.parse((await get('/healthz')).text)).toEqual({ status: 'ok' })
  expect(JSON.parse((await get('/readyz')).text)).toEqual({ status: 'ready' })
})

test('metrics count requests by operation, not by what is in the path', async () => {
  await get('/tags/17', { authorization: `Bearer ${token}` })
  await get('/made/up/path')
  const { text } = await get('/metrics')
  expect(text).toContain('http_request_duration_seconds_count{method="GET",path="/tags/:id",status="4xx"} 1')
  expect(text).toContain('path="no such route",status="4xx"')
  expect(text).not.toContain('/made/up')
  expect(text).toContain('process_resident_memory_bytes')
})

test('every version has its OpenAPI document, which is not sent twice', async () => {
  for (const version of VERSIONS) {
    const { status, text } = await get(`/openapi/${version}.json`)
    expect([status, JSON.parse(text).info.version]).toEqual([200, version])
  }
  const { headers } = await get('/openapi/2.16.json')
  const again = await get('/openapi/2.16.json', { 'if-none-match': headers.get('etag') ?? '' })
  expect([again.status, again.text]).toEqual([304, ''])
  expect((await get('/openapi/1.0.json')).status).toBe(404)
})

test('the reference page loads nothing from elsewhere', async () => {
  const { status, text, headers } = await get('/docs/')
  expect(status).toBe(200)
  expect(text.match(/(?:src|href)="https?:[^"]*"/g)).toBeNull()
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect((await get('/docs/js/scalar.js')).status).toBe(200)
})

test('an unknown route is still answered as the API does', async () => {
  const { status, text } = await get('/nowhere')
  expect(status).toBe(404)
  expect(JSON.parse(text)).toMatchObject({ type: 'error.list', errors: [{ code: 'not_found' }] })
})
