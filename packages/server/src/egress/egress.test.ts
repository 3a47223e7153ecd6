import { createServer, type RequestListener } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { isPublic } from './addresses.ts'
import { guardedEgress } from './egress.ts'

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach(server => void server.close()))

/** A server of this machine, by the port it listens on. */
function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  return new Promise(done =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      done(typeof address === 'object' && address ? address.port : 0)
    }),
  )
}

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
  ],
  ...['224.0.0.1', '255.255.255.255', '2001:db8::1', 'ff02::1', 'not an address'],
])('%s is not public', address => expect(isPublic(address)).toBe(false))

test.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
  '%s is public',
  address => expect(isPublic(address)).toBe(true),
)

test('what is not public is not reached, by whatever name or spelling', async () => {
  const port = await serve((_, response) => response.end('secret'))
  const egress = guardedEgress([], async () => ['8.8.8.8', '127.0.0.1'])
  const hosts = ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'rebinding.example.com']
  for (const host of hosts)
    await expect(egress.fetch({ url: `http://${host}:${port}/` })).rejects.toMatchObject({ fault: 'refused' })
})

test('only http goes out, and only to a URL', async () => {
  const egress = guardedEgress(['127.0.0.0/8'])
  for (const url of ['file:///etc/passwd', 'ftp://example.com', 'nonsense', ''])
    await expect(egress.fetch({ url })).rejects.toMatchObject({ fault: 'refused' })
})

test('what the installation allows is reached, at the address that was checked', async () => {
  const port = await serve((request, response) => response.end(`${request.method} ${request.headers.host}`))
  const egress = guardedEgress(['crm.internal'], async () => ['127.0.0.1'])
  const answer = await egress.fetch({ url: `http://crm.internal:${port}/x`, method: 'POST', body: '{}' })
  expect([answer.status, answer.body.toString()]).toEqual([200, `POST crm.internal:${port}`])
})

test('of several addresses the first that answers is taken', async () => {
  const port = await serve((_, response) => response.end('here'))
  const egress = guardedEgress(['twice.internal'], async () => ['::1', '127.0.0.1'])
  expect((await egress.fetch({ url: `http://twice.internal:${port}/` })).body.toString()).toBe('here')
})

test('a redirect is checked like an address, and takes no secrets to another origin', async () => {
  const seen: (string | undefined)[] = []
  const far = await serve((request, response) => {
    seen.push(request.headers.authorization)
    response.end('far')
  })
  const near = await serve((request, response) => {
    const target = request.url === '/in' ? 'http://127.0.0.2/' : `http://127.0.0.1:${far}/`
    response.writeHead(302, { location: target }).end()
  })
  const egress = guardedEgress(['127.0.0.1'])
  const headers = { authorization: 'Bearer secret' }
  const url = `http://127.0.0.1:${near}`
  expect((await egress.fetch({ url: `${url}/out`, headers, redirects: 1 })).body.toString()).toBe('far')
  expect(seen).toEqual([undefined])
  await expect(egress.fetch({ url: `${url}/in`, redirects: 1 })).rejects.toMatchObject({ fault: 'refused' })
  expect((await egress.fetch({ url: `${url}/in` })).status).toBe(302)
})

test('too much, too slow and nobody there are told apart', async () => {
  const port = await serve((request, response) => {
    if (request.url === '/much') response.end('x'.repeat(5000))
  })
  const egress = guardedEgress(['127.0.0.1', 'nowhere.test'], async () => Promise.reject(new Error('none')))
  const url = `http://127.0.0.1:${port}`
  await expect(egress.fetch({ url: `${url}/much`, maxBytes: 1000 })).rejects.toMatchObject({
    fault: 'too_large',
  })
  await expect(egress.fetch({ url: `${url}/slow`, timeoutMs: 50 })).rejects.toMatchObject({
    fault: 'timeout',
  })
  await expect(egress.fetch({ url: 'http://127.0.0.1:9/' })).rejects.toMatchObject({ fault: 'unreachable' })
  await expect(egress.fetch({ url: 'http://nowhere.test/' })).rejects.toMatchObject({ fault: 'unreachable' })
})
