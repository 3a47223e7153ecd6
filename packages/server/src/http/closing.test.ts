import { once } from 'node:events'
import { connect } from 'node:net'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { closePromptly } from './closing.ts'

test('a server that closes finishes what is under way and then lets the connection go', async () => {
  const app = Fastify({ keepAliveTimeout: 600_000 })
  closePromptly(app)
  const { promise: released, resolve: release } = Promise.withResolvers<string>()
  app.get('/slow', () => released)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  const asked = once(app.server, 'request')
  socket.write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n')
  await asked
  const closed = app.close()
  release('done')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('200 OK')
  await closed
})
