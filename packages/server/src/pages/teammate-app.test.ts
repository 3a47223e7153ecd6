import { appFolder, buildApp } from '@guichet/inbox/build.ts'
import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

await buildApp()
const { origin } = await startGuichet()

const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers })
const page = await get('/app')
const html = await page.text()
const [asset = ''] = html.match(/\/app\/assets\/index-[\w-]+\.js/) ?? []

test('every address below /app is the one page, which is never kept', async () => {
  const deep = await get('/app/inbox/mine/17')
  expect([deep.status, await deep.text()]).toEqual([200, html])
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
})

test('the page runs only what is its own', () => {
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-[^']+';.*frame-ancestors 'none'/)
  expect(policy).not.toContain('unsafe')
  expect(html.match(/<script>/g)).toHaveLength(1)
})

test('what the page loads is kept for ever, and comes compressed', async () => {
  const [plain, zipped, brotli] = await Promise.all(
    ['identity', 'gzip', 'gzip, br'].map(encoding => get(asset, { 'accept-encoding': encoding })),
  )
  expect(plain?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(plain?.headers.get('content-encoding')).toBeNull()
  expect(zipped?.headers.get('content-encoding')).toBe('gzip')
  expect(brotli?.headers.get('content-encoding')).toBe('br')
  expect(await zipped?.text()).toBe(await plain?.text())
})

test('nothing but assets is served, and calls that do not exist are answered as such', async () => {
  for (const path of [
    '/app/assets/nothing.js',
    '/app/assets/..%2Findex.html',
    '/app/assets/%2e%2e/sources.sha256',
  ])
    expect([path, (await get(path)).headers.get('content-type')]).not.toContain('text/javascript')
  expect((await get('/app/assets/nothing.js')).status).toBe(404)
  expect((await get('/app/assets/..%2Findex.html')).status).toBe(404)
  const call = await get('/app/api/nothing')
  expect([call.status, JSON.parse(await call.text())]).toMatchObject([404, { type: 'error.list' }])
  expect((await fetch(`${origin}/app/inbox`, { method: 'POST' })).status).toBe(404)
})

test('the app is built once for the same sources', async () => {
  const said: string[] = []
  await buildApp(line => said.push(line))
  expect(said).toEqual([])
  expect(appFolder).toMatch(/packages\/inbox\/dist$/)
})
