import { text } from 'node:stream/consumers'
import Fastify from 'fastify'

const answer = await text(process.stdin)
const app = Fastify({ logger: false })
app.all('/*', (_, reply) => reply.header('content-type', 'application/json; charset=utf-8').send(answer))
const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(new URL(address).port)
