import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { closePromptly } from './closing.ts'

test('a server that closes finishes what is under way and then lets the connection go', async () => {
  const app = Fastify({ keepAliveTimeout: 600_000 })
  closePromptly(app)
  const { promise: released, resolve: release } = Promise.withResolvers<void>()
  app.get('/slow', (_, reply) => {
    reply.hijack()
    reply.raw.write('begun ')
    released.then(() => reply.raw.end('done'))
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  socket.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'data')
  const closed = app.close()
  const rest = once(socket, 'data')
  release()
  expect(String((await rest)[0])).toContain('done')
  await closed
})

test('a request that never ends does not keep a server from closing', async () => {
  const app = Fastify()
  closePromptly(app, 50)
  app.post('/', () => 'never')
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  socket.on('error', () => {})
  const asked = once(app.server, 'request')
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{')
  await asked
  await app.close()
})
