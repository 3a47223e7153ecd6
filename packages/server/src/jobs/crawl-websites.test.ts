import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { systemActor } from '../domain/system-actor.ts'
import {
  crawlDue,
  crawlProgress,
  createWebsiteSource,
  type NewWebsite,
  restartCrawl,
} from '../domain/website-crawl/index.ts'
import { type Egress, guardedEgress } from '../egress/egress.ts'

const guichet = await startGuichet()
const { database, clock } = guichet
const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach(server => void server.close()))

type Answer = string | { status?: number; headers?: Record<string, string>; body?: string | Buffer }

/** A website of this machine, and what is asked of it, but for the sitemap that it has not. */
async function serve(pages: Record<string, Answer>) {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    if (path !== '/sitemap.xml' || path in pages) asked.push(path)
    const page = pages[path] ?? { status: 404 }
    const { status = 200, headers = {}, body = '' } = typeof page === 'string' ? { body: page } : page
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, port, asked, pages }
}

const allowing = guardedEgress(['127.0.0.1'])

/** A workspace with the source of a website, which is crawled until nothing is due for a while. */
async function crawl(website: NewWebsite, egress: Egress = allowing) {
  const workspace = await guichet.createWorkspace()
  const actorNow = () =>
    systemActor({
      workspace: { id: workspace.id, name: 'Test', timezone: 'UTC' },
      ...{ operatorId: workspace.botId, now: clock.now() },
    })
  const id = await database.transaction(tx => createWebsiteSource(tx, actorNow(), website))
  const progress = () => crawlProgress(database.read, actorNow(), id)
  const step = (by: Egress = egress) =>
    crawlDue({ database, egress: by, now: clock.now(), within: workspace.id })
  const finish = async () => {
    for (let steps = 0; steps < 1000 && (await progress()).state === 'running'; steps += 1) {
      await step()
      clock.advance(1)
    }
    return progress()
  }
  const again = () => database.transaction(tx => restartCrawl(tx, actorNow(), id))
  const pages = async (): Promise<{ url: string; title: string; html: string }[]> =>
    (await workspace.api.get('/ai/external_pages')).body.data
  const paths = async () => (await pages()).map(({ url }) => new URL(url).pathname).toSorted()
  return { id, api: workspace.api, progress, step, finish, again, pages, paths }
}

const link = (...paths: string[]) => paths.map(path => `<a href="${path}">to ${path}</a>`).join(' ')

test('a website is crawled once around, and its pages become content of the source', async () => {
  const site = await serve({
    '/': `<title>Home</title>${link('/a', '/a#part', '/?', 'b', 'mailto:x@example.com', 'http://example.com/')}`,
    '/a': `<title>A</title><main><h1>A</h1>Say <b>hello</b><script>x</script></main>${link('/', '/a', '/b')}`,
    '/b': `<h1>Bee</h1>${link('/a', '/gone', '/data', '/c?b=1&a=2', '/c?a=2&b=1')}`,
    '/c?a=2&b=1': '<title>C</title>',
    '/data': { headers: { 'content-type': 'application/json' }, body: '{}' },
  })
  const { id, api, finish, pages } = await crawl({ url: site.url })
  expect(await finish()).toMatchObject({
    ...{ state: 'done', reason: null, waiting: 0, found: 6 },
    ...{ fetched: 4, skipped: 1, gone: 1, failed: 0, finished_at: expect.any(Number) },
  })
  expect(site.asked.toSorted()).toEqual(['/', '/a', '/b', '/c?a=2&b=1', '/data', '/gone', '/robots.txt'])
  const kept = await pages()
  expect(kept.map(({ title }) => title).toSorted()).toEqual(['A', 'Bee', 'C', 'Home'])
  expect(kept.find(({ title }) => title === 'A')).toMatchObject({
    ...{
      html: '<h1>A</h1>Say <b>hello</b>',
      url: `${site.url}/a`,
      external_id: `${site.url}/a`,
      source_id: id,
    },
  })
  const source = (await api.get(`/ai/content_import_sources/${id}`)).body
  expect(source).toMatchObject({ url: site.url, sync_behavior: 'automatic', status: 'active' })
})

test('what robots.txt and pages ask of robots is done', async () => {
  const site = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /private\nAllow: /private/open\nCrawl-delay: 4',
    '/': `${link('/private/x', '/private/open', '/hidden', '/copy', '/dead')}<a rel=nofollow href="/not">x</a>`,
    '/private/open': 'open',
    '/hidden': `<meta name="robots" content="noindex">${link('/beyond')}`,
    '/beyond': { headers: { 'x-robots-tag': 'nofollow' }, body: link('/not') },
    '/copy': '<link rel="canonical" href="/original">',
    '/original': '<link rel="canonical" href="/original"> original',
    '/dead': `<meta name="robots" content="none">${link('/not')}`,
  })
  const { finish, step, paths } = await crawl({ url: `${site.url}/` })
  await step()
  expect(await step()).toBe(0)
  clock.advance(4)
  await step()
  clock.advance(4)
  await step()
  clock.advance(3)
  expect(await step()).toBe(0)
  await finish()
  expect(await paths()).toEqual(['/', '/beyond', '/original', '/private/open'])
  expect(site.asked).not.toContain('/private/x')
  expect(site.asked).not.toContain('/not')
})

test('sitemaps lead to pages that nothing links to, packed or not, named by robots.txt or not', async () => {
  const named = await serve({
    '/robots.txt': 'User-agent: *\nDisallow: /private\nSitemap: /maps/index.xml\nSitemap: /maps/lines.txt',
    '/': 'home',
    '/maps/lines.txt': { headers: { 'content-type': 'text/plain' }, body: '' },
    '/maps/gone.xml': { status: 404 },
    '/maps/broken.xml.gz': { body: Buffer.from([0x1f, 0x8b, 1, 2, 3]) },
    '/a': 'a',
    '/b': 'b',
    '/c': 'c',
  })
  const sitemap = (...paths: string[]) =>
    `<urlset>${paths.map(path => `<url><loc>${named.url}${path}</loc></url>`).join('')}</urlset>`
  const maps = ['a.xml.gz', 'gone.xml', 'broken.xml.gz', 'index.xml']
  Object.assign(named.pages, {
    '/maps/index.xml': `<sitemapindex>${maps.map(map => `<sitemap><loc>${named.url}/maps/${map}</loc></sitemap>`).join('')}</sitemapindex>`,
    '/maps/a.xml.gz': { body: gzipSync(sitemap('/a', '/private/x', '/b?utm_source=x', '/a')) },
    '/maps/lines.txt': `${named.url}/c\nhttp://127.0.0.2/elsewhere\n`,
  })
  const { id, api, finish, paths } = await crawl({ url: named.url })
  expect(await finish()).toMatchObject({ state: 'done', fetched: 4, found: 4, failed: 0 })
  expect(await paths()).toEqual(['/', '/a', '/b', '/c'])
  expect(named.asked).not.toContain('/private/x')
  expect(named.asked).not.toContain('/sitemap.xml')
  expect(named.asked.filter(path => path === '/maps/index.xml')).toHaveLength(1)
  const { body: source } = await api.get(`/ai/content_import_sources/${id}`)
  expect(source.crawl).toMatchObject({ state: 'done', found: 4, fetched: 4, waiting: 0, reason: null })
  const { body: listed } = await api.get('/ai/content_import_sources')
  expect(listed.data.map((each: { crawl?: object }) => each.crawl)).toEqual([source.crawl])

  const usual = await serve({ '/': 'home', '/x': 'x' })
  Object.assign(usual.pages, { '/sitemap.xml': `<urlset><url><loc>${usual.url}/x</loc></url></urlset>` })
  const found = await crawl({ url: usual.url })
  await found.finish()
  expect(await found.paths()).toEqual(['/', '/x'])
})

test('a sitemap that is a bomb, too many, busy or somewhere private holds up nothing', async () => {
  const inner = await serve({ '/map.xml': '<urlset/>' })
  const many = Array.from({ length: 200 }, (_, n) => `<sitemap><loc>/more/${n}.xml</loc></sitemap>`)
  const site = await serve({
    '/robots.txt': `Sitemap: /bomb\nSitemap: /busy\nSitemap: /many\nSitemap: http://127.0.0.2:${inner.port}/map.xml`,
    '/bomb': { body: gzipSync(Buffer.alloc(60 * 1024 * 1024, ' ')) },
    '/busy': { status: 503, headers: { 'retry-after': '5' } },
    '/many': `<sitemapindex>${many.join('')}</sitemapindex>`,
    '/': 'home',
  })
  const { finish } = await crawl({ url: site.url })
  expect(await finish()).toMatchObject({ state: 'done', fetched: 1, found: 1 })
  expect(inner.asked).toEqual([])
  expect(site.asked.filter(path => path === '/busy')).toHaveLength(3)
  expect(site.asked.filter(path => path.startsWith('/more/'))).toHaveLength(46)
})

test('loops, redirects in circles and pages without end come to an end', async () => {
  const site = await serve({
    '/': link('/around', '/huge', '/deep/1', '/wide'),
    '/around': { status: 302, headers: { location: '/back' } },
    '/back': { status: 301, headers: { location: '/around' } },
    '/huge': 'x'.repeat(3 * 1024 * 1024),
    '/deep/1': link('2'),
    '/deep/2': link('3'),
    '/wide': link(...Array.from({ length: 300 }, (_, n) => `/none/${n}`)),
  })
  const { finish, paths } = await crawl({ url: site.url, maxPages: 20, maxDepth: 2 })
  expect(await finish()).toMatchObject({ state: 'done', found: 20, waiting: 0, skipped: 3 })
  expect(await paths()).toEqual(['/', '/deep/1', '/deep/2', '/wide'])
  expect(site.asked).toHaveLength(21)
})

test('private addresses are not gone to, at once or by a redirect', async () => {
  const inner = await serve({ '/': 'secret', '/robots.txt': '' })
  const refused = await crawl({ url: inner.url }, guardedEgress([]))
  expect(await refused.finish()).toMatchObject({
    state: 'failed',
    reason: '127.0.0.1 is not a public address',
  })
  const outer = await serve({
    '/': link('/in', '/meta'),
    '/in': { status: 302, headers: { location: `http://127.0.0.2:${inner.port}/` } },
    '/meta': { status: 302, headers: { location: 'http://169.254.169.254/latest' } },
  })
  const { finish, paths } = await crawl({ url: outer.url })
  expect(await finish()).toMatchObject({ state: 'done', fetched: 1, skipped: 2 })
  expect(await paths()).toEqual(['/'])
  outer.pages['/robots.txt'] = { status: 302, headers: { location: `http://127.0.0.2:${inner.port}/` } }
  expect(await (await crawl({ url: outer.url })).finish()).toMatchObject({ state: 'failed' })
  expect(inner.asked).toEqual([])
})

test('a crawl that was interrupted goes on where it was', async () => {
  const site = await serve({ '/': link('/a', '/b', '/c'), '/a': 'a', '/b': 'b', '/c': 'c' })
  const { step, finish, progress, paths } = await crawl({ url: site.url })
  for (let steps = 0; steps < 4; steps += 1) {
    await step()
    clock.advance(1)
  }
  const down: Egress = { fetch: () => Promise.reject(new Error('the power is gone')) }
  await expect(step(down)).rejects.toThrow('the power is gone')
  expect(await progress()).toMatchObject({ state: 'running', fetched: 2, waiting: 2 })
  expect(await step()).toBe(0)
  clock.advance(60)
  expect(await finish()).toMatchObject({ state: 'done', fetched: 4, failed: 0 })
  expect(site.asked.toSorted()).toEqual(['/', '/a', '/b', '/c', '/robots.txt'])
  expect(await paths()).toEqual(['/', '/a', '/b', '/c'])
})

test('several servers share a crawl without going anywhere twice', async () => {
  const site = await serve({ '/': link('/a', '/b'), '/a': 'a', '/b': 'b' })
  const { step, progress } = await crawl({ url: site.url })
  for (let steps = 0; steps < 7; steps += 1) {
    await Promise.all([step(), step(), step()])
    clock.advance(1)
  }
  expect(await progress()).toMatchObject({ state: 'done', fetched: 3 })
  expect(site.asked.toSorted()).toEqual(['/', '/a', '/b', '/robots.txt'])
})

test('a page that is gone when a website is crawled again is gone from the content, and one that fails stays', async () => {
  const site = await serve({ '/': link('/a', '/b', '/c'), '/a': 'before', '/b': 'b', '/c': 'c' })
  const { finish, again, pages, paths } = await crawl({ url: site.url, sync_behavior: 'manual' })
  await finish()
  const [{ id: before } = { id: '' }] = (await pages()).filter(({ url }) => url.endsWith('/a')).map(withId)
  Object.assign(site.pages, { '/a': 'after', '/b': { status: 410 }, '/c': { status: 500 } })
  await again()
  expect(await finish()).toMatchObject({ state: 'done', fetched: 2, gone: 1, failed: 1 })
  expect(await paths()).toEqual(['/', '/a', '/c'])
  const after = (await pages()).find(({ url }) => url.endsWith('/a'))
  expect(after).toMatchObject({ id: before, html: 'after' })
  expect(site.asked.filter(path => path === '/c')).toHaveLength(4)
})

test('a website kept in step is crawled again after a week, unless its source is not active', async () => {
  const site = await serve({ '/': 'home' })
  const { id, api, finish, step } = await crawl({ url: site.url })
  await finish()
  clock.advance(6 * 86_400)
  expect(await step()).toBe(0)
  clock.advance(86_400)
  const change = { sync_behavior: 'automated', url: site.url }
  await api.put(`/ai/content_import_sources/${id}`, { ...change, status: 'deactivated' })
  expect(await step()).toBe(0)
  await api.put(`/ai/content_import_sources/${id}`, { ...change, status: 'active' })
  await step()
  await finish()
  expect(site.asked).toEqual(['/robots.txt', '/', '/robots.txt', '/'])
})

test('a website that says it is busy is left alone, and one without answer to robots.txt is given up', async () => {
  const site = await serve({ '/': { status: 503, headers: { 'retry-after': '120' } } })
  const { step, finish } = await crawl({ url: site.url })
  await step()
  clock.advance(1)
  await step()
  clock.advance(1)
  await step()
  clock.advance(119)
  expect(await step()).toBe(0)
  site.pages['/'] = 'home'
  expect(await finish()).toMatchObject({ state: 'done', fetched: 1 })
  const broken = await serve({ '/': 'home', '/robots.txt': { status: 500 } })
  expect(await (await crawl({ url: broken.url })).finish()).toMatchObject({
    ...{ state: 'failed', reason: 'robots.txt is answered with 500', fetched: 0 },
  })
})

test('the first address may lead to the name the website really has', async () => {
  const site = await serve({ '/robots.txt': '' })
  const home = `http://www.shop.test:${site.port}/home`
  const hosts: string[] = []
  const guarded = guardedEgress(['shop.test', 'www.shop.test'], async () => ['127.0.0.1'])
  const egress: Egress = {
    fetch(outgoing) {
      hosts.push(new URL(outgoing.url).hostname)
      return guarded.fetch(outgoing)
    },
  }
  Object.assign(site.pages, {
    '/': { status: 301, headers: { location: home } },
    '/home': link('/a'),
    '/a': 'a',
  })
  const { finish, paths } = await crawl({ url: `http://shop.test:${site.port}` }, egress)
  expect(await finish()).toMatchObject({ state: 'done', fetched: 2, skipped: 1 })
  expect(await paths()).toEqual(['/a', '/home'])
  expect(hosts).toEqual([...Array(3).fill('shop.test'), ...Array(4).fill('www.shop.test')])
})

test.each(['nonsense', 'ftp://example.com', ''])('%j is no website', async url => {
  await expect(crawl({ url })).rejects.toMatchObject({ message: 'url must be a valid URL' })
})

const withId = (page: object) => ({ id: 'id' in page ? page.id : undefined })
