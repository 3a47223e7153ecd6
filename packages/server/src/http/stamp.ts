import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Stands where the API names the deployment that answered: 40 hex digits that change with the server's start. */
const DEPLOYMENT = hash('sha1', `guichet ${process.pid} ${Date.now()}`)

/** The headers of every answer of the API, refusals included. */
export function stamp(request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id)
  reply.header('x-intercom-version', DEPLOYMENT)
  reply.header('cache-control', 'max-age=0, private, must-revalidate')
  reply.header('x-content-type-options', 'nosniff')
}
